import type { Segmentation } from '@vitalfew/contract/segmentation.ts'

export interface ParallelPlot {
  width: number
  height: number
  axes: { title: string; x: number }[]
  lines: { cluster: number; path: string }[]
}

const width = 640
const height = 260
const top = 12
const bottom = 34
const side = 40
/** More lines than these are a carpet. */
const mostLines = 300

/** A line per account over the features, each at its rank among all; an unknown figure leaves a gap. */
export function prepareParallel({ features, projection }: Pick<Segmentation, 'features' | 'projection'>): ParallelPlot {
  const step = features.length > 1 ? (width - 2 * side) / (features.length - 1) : 0
  const axes = features.map(({ title }, i) => ({ title, x: Math.round(side + i * step) }))
  const every = Math.max(1, Math.ceil(projection.clusters.length / mostLines))
  const lines = projection.clusters.flatMap((cluster, index) => {
    if (index % every !== 0) return []
    let path = ''
    axes.forEach(({ x }, i) => {
      const rank = projection.ranks[i]?.[index] ?? null
      const before = i === 0 ? null : (projection.ranks[i - 1]?.[index] ?? null)
      if (rank === null) return
      path += `${before === null ? 'M' : 'L'}${x} ${Math.round(top + (1 - rank) * (height - top - bottom))}`
    })
    return path === '' ? [] : [{ cluster, path }]
  })
  return { width, height, axes, lines }
}
