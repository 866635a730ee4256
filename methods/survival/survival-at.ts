import { requireNonNegative } from '../arguments/require-non-negative.ts'
import type { SurvivalCurve } from './kaplan-meier.ts'

/**
 * Survival at a time.
 *
 * @param curve from {@link kaplanMeier}; beyond its last time the last value stands
 * @param time at least 0
 * @throws RangeError when the time is negative or not finite
 * @example
 * survivalAt(kaplanMeier({ durations: Float64Array.of(1, 2), events: Uint8Array.of(1, 0) }), 1.5) // 0.5
 * survivalAt(kaplanMeier({ durations: Float64Array.of(1, 2), events: Uint8Array.of(1, 0) }), 0.5) // 1
 * survivalAt(kaplanMeier({ durations: Float64Array.of(1, 2), events: Uint8Array.of(1, 0) }), -1) // throws RangeError
 */
export function survivalAt({ times, survival }: Pick<SurvivalCurve, 'times' | 'survival'>, time: number): number {
  requireNonNegative('time', time)
  const after = times.findIndex((each) => each > time)
  const last = after === -1 ? times.length - 1 : after - 1
  return last < 0 ? 1 : (survival[last] ?? 1)
}
