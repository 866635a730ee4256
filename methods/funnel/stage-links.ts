import { sampleMedian } from '../trend/sample-median.ts'
import type { FunnelEvent } from './furthest-way.ts'

export interface StageLink {
  readonly from: number
  /** −1 where cases came no further. */
  readonly to: number
  readonly cases: number
  /** Median days from one to the other; null where no times are known, or nothing followed. */
  readonly medianDays: number | null
}

export interface StagePath {
  readonly stages: readonly number[]
  readonly cases: number
}

/**
 * How cases go from stage to stage, repeats of a stage taken together, and the ways most of them take.
 *
 * @param cases the events of each case in order; a time that is NaN is unknown
 * @param options `mostPaths`: paths listed, 20 where absent
 * @throws RangeError when `mostPaths` is below 1
 * @example
 * stageLinks([[{ stage: 0, time: 0 }, { stage: 1, time: 4 }]]).links // [{ from: 0, to: 1, cases: 1, medianDays: 4 }, { from: 1, to: -1, cases: 1, medianDays: null }]
 * stageLinks([[{ stage: 2, time: 0 }], []]).paths // [{ stages: [2], cases: 1 }]
 * stageLinks([], { mostPaths: 0 }) // throws RangeError
 */
export function stageLinks(
  cases: readonly (readonly FunnelEvent[])[],
  { mostPaths = 20 }: { readonly mostPaths?: number } = {},
): { links: StageLink[]; paths: StagePath[] } {
  if (!(mostPaths >= 1)) throw new RangeError(`mostPaths must be at least 1, got ${mostPaths}`)
  const links = new Map<string, { from: number; to: number; cases: number; days: number[] }>()
  const paths = new Map<string, { stages: number[]; cases: number }>()
  for (const events of cases) {
    const steps = events.filter(({ stage }, index) => stage !== events[index - 1]?.stage)
    if (steps.length === 0) continue
    const stages = steps.map(({ stage }) => stage)
    const path = paths.get(stages.join(' ')) ?? { stages, cases: 0 }
    path.cases++
    paths.set(stages.join(' '), path)
    const seen = new Set<string>()
    steps.forEach(({ stage: from, time }, index) => {
      const next = steps[index + 1]
      const to = next?.stage ?? -1
      const key = `${from} ${to}`
      const link = links.get(key) ?? { from, to, cases: 0, days: [] }
      links.set(key, link)
      if (!seen.has(key)) link.cases++
      seen.add(key)
      const days = (next?.time ?? Number.NaN) - time
      if (days >= 0) link.days.push(days)
    })
  }
  return {
    links: [...links.values()]
      .map(({ days, ...link }) => ({ ...link, medianDays: days.length === 0 ? null : sampleMedian(days) }))
      .sort((one, other) => one.from - other.from || other.cases - one.cases || one.to - other.to),
    paths: [...paths.values()]
      .sort((one, other) => other.cases - one.cases || one.stages.length - other.stages.length)
      .slice(0, mostPaths),
  }
}
