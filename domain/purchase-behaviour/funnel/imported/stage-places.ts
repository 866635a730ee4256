import type { EventCase } from './read-packs.ts'

export interface StagePlaces {
  readonly add: (item: EventCase) => void
  readonly told: () => Map<string, number>
}

/**
 * How early cases come to each stage: the mean place of its first occurrence among the stages of a case, from 0 to 1. What
 * happens at the same time counts in the order in which it was imported.
 */
export function stagePlaces(names: readonly string[]): StagePlaces {
  const sums = new Float64Array(names.length)
  const counts = new Float64Array(names.length)
  return {
    add: ({ stages, events }) => {
      const order = [...new Set(stages.subarray(0, events))]
      order.forEach((stage, place) => {
        const early = order.length === 1 ? 0.5 : place / (order.length - 1)
        sums[stage] = (sums[stage] ?? 0) + early
        counts[stage] = (counts[stage] ?? 0) + 1
      })
    },
    // What the sample does not have comes last.
    told: () => new Map(names.map((name, i) => [name, counts[i] === 0 ? 1 : (sums[i] ?? 0) / (counts[i] ?? 1)])),
  }
}
