import type { Segmentation } from '@vitalfew/contract/segmentation.ts'

export type MapLayout = 'pca' | 'umap'

/** A picture of accounts: places in units of its own box, colours decided. */
export interface SegmentMap {
  width: number
  height: number
  points: { index: number; x: number; y: number; tone: number }[]
  /** Points that share a colour, drawn as one. */
  layers: { tone: number; path: string }[]
  /** Where the number of each group stands: the middle of its points. */
  labels: { cluster: number; x: number; y: number }[]
}

const width = 640
const height = 420
const margin = 16

/** Places every shown account on the plane, each with its tone. */
export function prepareMap(
  projection: Segmentation['projection'],
  { layout, tones }: { layout: MapLayout; tones: readonly number[] },
): SegmentMap {
  const isUmap = layout === 'umap' && projection.u !== null && projection.v !== null
  const [xs, ys] = isUmap ? [projection.u ?? [], projection.v ?? []] : [projection.x, projection.y]
  const place = { x: placer(xs, [margin, width - margin]), y: placer(ys, [height - margin, margin]) }
  const points = xs.map((x, index) => ({ index, x: place.x(x), y: place.y(ys[index] ?? 0), tone: tones[index] ?? 0 }))
  const byTone = [...Map.groupBy(points, ({ tone }) => tone)].toSorted(([one], [other]) => one - other)
  const byCluster = [...Map.groupBy(points, ({ index }) => projection.clusters[index] ?? 1)]
  return {
    width,
    height,
    points,
    layers: byTone.map(([tone, own]) => ({ tone, path: own.map(({ x, y }) => `M${x} ${y}h0`).join('') })),
    labels: byCluster
      .map(([cluster, own]) => ({ cluster, x: middle(own.map(({ x }) => x)), y: middle(own.map(({ y }) => y)) }))
      .toSorted((one, other) => one.cluster - other.cluster),
  }
}

/** The account nearest to a place on the picture; undefined where none is near. */
export function nearestPoint(map: SegmentMap, at: { x: number; y: number }): number | undefined {
  let best: { index: number; squared: number } | undefined
  for (const { index, x, y } of map.points) {
    const squared = (x - at.x) ** 2 + (y - at.y) ** 2
    if (squared < reach ** 2 && (best === undefined || squared < best.squared)) best = { index, squared }
  }
  return best?.index
}

const reach = 14

function placer(values: readonly number[], [from, to]: readonly [number, number]): (value: number) => number {
  const least = values.reduce((low, value) => Math.min(low, value), Infinity)
  const largest = values.reduce((high, value) => Math.max(high, value), -Infinity)
  if (!(largest > least)) return () => Math.round((from + to) / 2)
  return (value) => Math.round((from + ((value - least) / (largest - least)) * (to - from)) * 10) / 10
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
