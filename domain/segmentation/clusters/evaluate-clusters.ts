import type { SegmentEvaluation, SegmentationMethod } from '@vitalfew/contract/segmentation.ts'
import { calinskiHarabasz } from '@vitalfew/methods/clustering/calinski-harabasz.ts'
import { daviesBouldin } from '@vitalfew/methods/clustering/davies-bouldin.ts'
import { gapStatistic } from '@vitalfew/methods/clustering/gap-statistic.ts'
import { gaussianMixture } from '@vitalfew/methods/clustering/gaussian-mixture.ts'
import { sampleRows } from '@vitalfew/methods/clustering/sample-rows.ts'
import { sampledSilhouette } from '@vitalfew/methods/clustering/sampled-silhouette.ts'
import { silhouettesByDistance } from '@vitalfew/methods/clustering/silhouettes.ts'
import { withinSquares } from '@vitalfew/methods/clustering/within-squares.ts'
import type { Effort } from '../effort.ts'
import { type Partitions, partitionSpace, type Space, spaceAt } from './partition-space.ts'
import { silhouetteRows } from './silhouette-rows.ts'

export interface EvaluateClusters {
  readonly ks: readonly number[]
  readonly method: SegmentationMethod
  readonly seed: number
  readonly effort: Effort
  /** Told after every number of clusters which share of them was judged. */
  readonly onDone?: (done: number) => void
}

export interface Evaluated {
  readonly evaluations: SegmentEvaluation[]
  /** Gap of a single cluster: whether there is more than one at all. */
  readonly gapOfOne: number | null
  readonly rows: number
  /** The partitions of all rows, where all were looked at. */
  readonly partitions: Partitions | null
}

/** Judges every number of clusters by measures that look at different things. */
export function evaluateClusters(space: Space, request: EvaluateClusters): Evaluated {
  const { ks, method, seed, effort, onDone } = request
  const drawn = sampleRows(space.points.rows, { size: effort.evaluatedRows, seed })
  const isWhole = drawn.length === space.points.rows
  const seen = isWhole ? space : spaceAt(space, drawn)
  const partitions = partitionSpace(seen, { method, seed, starts: effort.starts })
  const gaps = gapsOf(seen, request)
  const evaluations = ks.map((k, i) => {
    onDone?.(i / ks.length)
    const labels = partitions.labelsFor(k)
    const gap = gaps.find((item) => item.k === k)
    const { distance } = seen
    if (distance !== null) return byDistance(k, silhouetteByDistance(seen, { labels, effort, seed }))
    return {
      k,
      inertia: withinSquares(seen.points, labels).reduce((sum, value) => sum + value, 0),
      silhouette: known(sampledSilhouette(seen.points, labels, { most: silhouetteRows(seen, effort), seed })),
      calinskiHarabasz: known(calinskiHarabasz(seen.points, labels)),
      daviesBouldin: known(daviesBouldin(seen.points, labels)),
      gap: known(gap?.gap ?? Number.NaN),
      gapDeviation: known(gap?.deviation ?? Number.NaN),
      bic:
        partitions.bicFor?.(k) ?? bicOf(seen, { k, seed, rows: isWhole ? effort.mixtureRows : effort.mixtureSample }),
    }
  })
  const gapOfOne = known(gaps.find(({ k }) => k === 1)?.gap ?? Number.NaN)
  return { evaluations, gapOfOne, rows: drawn.length, partitions: isWhole ? partitions : null }
}

function byDistance(k: number, silhouette: number): SegmentEvaluation {
  return {
    k,
    inertia: null,
    silhouette: known(silhouette),
    calinskiHarabasz: null,
    daviesBouldin: null,
    gap: null,
    gapDeviation: null,
    bic: null,
  }
}

function silhouetteByDistance(
  space: Space,
  { labels, effort, seed }: { readonly labels: Int32Array; readonly effort: Effort; readonly seed: number },
): number {
  const drawn = sampleRows(space.points.rows, { size: silhouetteRows(space, effort), seed })
  const { distance } = spaceAt(space, drawn)
  if (distance === null) return Number.NaN
  const found = silhouettesByDistance(
    drawn.map((row) => labels[row] ?? 0),
    distance,
  )
  return found.reduce((sum, value) => sum + value, 0) / found.length
}

/** Gaps belong to k-means, whatever the method: they ask whether the table holds so many clusters. */
function gapsOf(space: Space, { ks, seed, effort }: EvaluateClusters) {
  if (space.distance !== null || effort.gapRows === 0) return []
  const drawn = sampleRows(space.points.rows, { size: effort.gapRows, seed })
  const { points } = spaceAt(space, drawn)
  const wanted = [1, ...ks.filter((k) => k > 1)]
  try {
    return gapStatistic(points, { ks: wanted, seed })
  } catch (cause) {
    // A sample may hold fewer different rows than the table.
    if (cause instanceof RangeError) return []
    throw cause
  }
}

function bicOf(space: Space, of: { readonly k: number; readonly seed: number; readonly rows: number }): number | null {
  if (of.rows === 0) return null
  const drawn = sampleRows(space.points.rows, { size: of.rows, seed: of.seed })
  try {
    return gaussianMixture(spaceAt(space, drawn).points, { k: of.k, seed: of.seed, mostIterations: 100 }).bic
  } catch (cause) {
    if (cause instanceof RangeError) return null
    throw cause
  }
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
