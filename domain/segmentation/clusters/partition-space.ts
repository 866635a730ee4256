import type { SegmentationMethod } from '@vitalfew/contract/segmentation.ts'
import { cutDendrogram, type Dendrogram } from '@vitalfew/methods/clustering/dendrogram.ts'
import { gaussianMixture } from '@vitalfew/methods/clustering/gaussian-mixture.ts'
import { kMeans } from '@vitalfew/methods/clustering/k-means.ts'
import { type MicroClusters, microClusters } from '@vitalfew/methods/clustering/micro-clusters.ts'
import { pairwiseLinkage } from '@vitalfew/methods/clustering/pairwise-linkage.ts'
import { type Points, pointsAt } from '@vitalfew/methods/clustering/points.ts'
import { sampleRows } from '@vitalfew/methods/clustering/sample-rows.ts'
import { type RowDistance, singleLinkage } from '@vitalfew/methods/clustering/single-linkage.ts'
import { wardLinkage } from '@vitalfew/methods/clustering/ward-linkage.ts'

/** Where rows lie, and how far apart they are where that is not told by the points. */
export interface Space {
  readonly points: Points
  readonly distance: RowDistance | null
}

export interface PartitionOptions {
  readonly method: SegmentationMethod
  readonly seed: number
  /** Starts of k-means; as many as the number of rows suggests where absent. */
  readonly starts?: number | undefined
}

/** Ways to cut a space into any number of clusters; a tree is grown once. */
export interface Partitions {
  readonly labelsFor: (k: number) => Int32Array
  /** How surely each row belongs to its cluster, where the method itself says so. */
  readonly probabilitiesFor: ((k: number) => Float64Array) | null
  /** BIC of the mixture, where the method is one. */
  readonly bicFor: ((k: number) => number) | null
  readonly tree: Dendrogram | null
  /** Groups that the leaves of the tree stand for; null where they are rows. */
  readonly micro: MicroClusters | null
}

/** Rows of which linkages look at every pair; more are put into small groups first. */
export const mostLinkedRows: Readonly<Record<'ward' | 'single' | 'complete' | 'average', number>> = {
  ward: 20_000,
  single: 20_000,
  complete: 5_000,
  average: 5_000,
}
const groups = 4_000

/** Rows compared by Gower's distance; more are placed by a sample of as many. */
export const mostComparedRows = 5_000
const witnesses = 40

export function partitionSpace(space: Space, options: PartitionOptions): Partitions {
  const found =
    space.distance !== null && space.points.rows > mostComparedRows
      ? sampledPartitions(space, options)
      : wholePartitions(space, options)
  const known = new Map<number, Int32Array>()
  const labelsFor = (k: number): Int32Array => {
    const labels = known.get(k) ?? found.labelsFor(k)
    known.set(k, labels)
    return labels
  }
  return { ...found, labelsFor }
}

function wholePartitions(space: Space, options: PartitionOptions): Partitions {
  const { method, seed, starts } = options
  const { points } = space
  if (method === 'kmeans') {
    const labelsFor = (k: number): Int32Array =>
      kMeans(points, { k, seed, ...(starts === undefined ? {} : { starts }) }).labels
    return { labelsFor, probabilitiesFor: null, bicFor: null, tree: null, micro: null }
  }
  if (method === 'gmm') return mixtures(points, seed)
  const isMany = space.distance === null && points.rows > mostLinkedRows[method]
  const micro = isMany ? microClusters(points, groups) : null
  const near = micro === null ? space : { points: micro.centres, distance: null }
  const tree = grownTree(near, { method, weights: micro?.sizes })
  const labelsFor = (k: number): Int32Array => {
    const labels = cutDendrogram(tree, k)
    return micro === null ? labels : micro.labels.map((group) => labels[group] ?? 0)
  }
  return { labelsFor, probabilitiesFor: null, bicFor: null, tree, micro }
}

/** Clusters of a sample; every other row goes to the cluster whose members it is nearest to on average. */
function sampledPartitions(space: Space, options: PartitionOptions): Partitions {
  const { rows } = space.points
  const drawn = sampleRows(rows, { size: mostComparedRows, seed: options.seed })
  const seen = wholePartitions(spaceAt(space, drawn), options)
  const labelsFor = (k: number): Int32Array => {
    const labels = seen.labelsFor(k)
    const members = Array.from({ length: k }, (_, cluster) => {
      const own = drawn.filter((_row, i) => labels[i] === cluster)
      return Array.from(sampleRows(own.length, { size: witnesses, seed: cluster }), (i) => own[i] ?? 0)
    })
    const placeOf = new Map(Array.from(drawn, (row, i) => [row, labels[i] ?? 0]))
    const meanTo = (row: number, cluster: number): number => {
      const others = members[cluster] ?? []
      return others.reduce((sum, other) => sum + (space.distance?.(row, other) ?? 0), 0) / others.length
    }
    return Int32Array.from({ length: rows }, (_, row) => {
      const known = placeOf.get(row)
      if (known !== undefined) return known
      const means = members.map((_members, cluster) => meanTo(row, cluster))
      return means.indexOf(Math.min(...means))
    })
  }
  return { labelsFor, probabilitiesFor: null, bicFor: null, tree: null, micro: null }
}

/** The same space with some of its rows. */
export function spaceAt({ points, distance }: Space, rows: Uint32Array): Space {
  return {
    points: pointsAt(points, rows),
    distance: distance === null ? null : (one, other) => distance(rows[one] ?? 0, rows[other] ?? 0),
  }
}

/** How far two points are from each other. */
export function pointDistance({ width, values }: Points): RowDistance {
  return (one, other) => {
    let squared = 0
    for (let j = 0; j < width; j++) squared += ((values[one * width + j] ?? 0) - (values[other * width + j] ?? 0)) ** 2
    return Math.sqrt(squared)
  }
}

function mixtures(points: Points, seed: number): Partitions {
  const fitted = new Map<number, ReturnType<typeof gaussianMixture>>()
  const mixtureOf = (k: number): ReturnType<typeof gaussianMixture> => {
    const found = fitted.get(k) ?? gaussianMixture(points, { k, seed })
    fitted.set(k, found)
    return found
  }
  return {
    labelsFor: (k) => mixtureOf(k).labels,
    probabilitiesFor: (k) => mixtureOf(k).probabilities,
    bicFor: (k) => mixtureOf(k).bic,
    tree: null,
    micro: null,
  }
}

function grownTree(
  space: Space,
  { method, weights }: { readonly method: keyof typeof mostLinkedRows; readonly weights: Float64Array | undefined },
): Dendrogram {
  const { points } = space
  if (method === 'ward') return wardLinkage(points, weights)
  const distance = space.distance ?? pointDistance(points)
  if (method === 'single') return singleLinkage(points.rows, distance)
  return pairwiseLinkage(points.rows, { linkage: method, distance, ...(weights === undefined ? {} : { weights }) })
}
