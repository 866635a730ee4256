import { requireSurvivalData, type SurvivalData } from './survival-data.ts'

/** Counts at every distinct duration, ascending. */
export interface EventTable {
  readonly times: Float64Array
  /** Subjects whose duration is this or longer. */
  readonly atRisk: Float64Array
  /** Events at this duration. */
  readonly events: Float64Array
}

/**
 * Subjects at risk and events at every distinct duration.
 *
 * A subject whose observation ended at the time of an event counts as at risk of it.
 *
 * @param data checked
 * @throws RangeError as {@link requireSurvivalData}
 * @example
 * [...eventTable({ durations: Float64Array.of(2, 1, 2), events: Uint8Array.of(1, 1, 0) }).atRisk] // [3, 2]
 * eventTable({ durations: Float64Array.of(NaN), events: Uint8Array.of(1) }) // throws RangeError
 */
export function eventTable(data: SurvivalData): EventTable {
  requireSurvivalData(data)
  const order = Uint32Array.from(data.durations.keys()).sort(
    (a, b) => (data.durations[a] ?? 0) - (data.durations[b] ?? 0),
  )
  const times: number[] = []
  const atRisk: number[] = []
  const events: number[] = []
  order.forEach((row, rank) => {
    const time = data.durations[row] ?? 0
    if (times.at(-1) !== time) {
      times.push(time)
      atRisk.push(order.length - rank)
      events.push(0)
    }
    events[events.length - 1] = (events.at(-1) ?? 0) + (data.events[row] ?? 0)
  })
  return { times: Float64Array.from(times), atRisk: Float64Array.from(atRisk), events: Float64Array.from(events) }
}
