import type { SurvivalData } from '@vitalfew/methods/survival/survival-data.ts'

/** How many subjects had the same duration and outcome. */
export interface OutcomeCount {
  readonly duration: number
  /** 1 where the event was seen. */
  readonly event: number
  readonly count: number
}

/** One row per subject, from counts of equal ones. */
export function expandedCounts(counts: readonly OutcomeCount[]): SurvivalData {
  const size = counts.reduce((sum, { count }) => sum + count, 0)
  const durations = new Float64Array(size)
  const events = new Uint8Array(size)
  let at = 0
  for (const { duration, event, count } of counts) {
    durations.fill(duration, at, at + count)
    events.fill(event, at, at + count)
    at += count
  }
  return { durations, events }
}
