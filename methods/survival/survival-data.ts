import { requireNonNegativeValues } from '../arguments/require-non-negative-values.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'

/** Lifetimes seen in whole or in part, as columns with one row per subject. */
export interface SurvivalData {
  /** Time until the event, or until observation ended; any unit. */
  readonly durations: Float64Array
  /** 1 where the event (churn) was seen, 0 where observation ended before it. */
  readonly events: Uint8Array
}

/**
 * Refuses lifetimes that cannot be.
 *
 * @throws RangeError naming the column, row and value: columns of different length, a duration that is negative or not
 *   finite, an event that is neither 0 nor 1
 * @example
 * requireSurvivalData({ durations: Float64Array.of(3), events: Uint8Array.of(1) }) // undefined
 * requireSurvivalData({ durations: Float64Array.of(-3), events: Uint8Array.of(1) }) // throws RangeError
 */
export function requireSurvivalData({ durations, events }: SurvivalData): void {
  requireSameLength('events', { expected: durations.length, actual: events.length })
  requireNonNegativeValues('durations', durations)
  events.forEach((event, row) => {
    if (event > 1) throw new RangeError(`events[${row}] must be 0 or 1, got ${event}`)
  })
}
