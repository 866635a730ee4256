import { requireFraction } from '../special-functions/require-fraction.ts'
import type { SurvivalCurve } from './kaplan-meier.ts'

/** null: the curve does not come down so far. */
export interface SurvivalQuantile {
  readonly time: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/**
 * Time by which a share of the subjects has had the event, with the limits that the curve's own limits give.
 *
 * The first time at which survival is at most 1 − share.
 *
 * @param curve from {@link kaplanMeier}
 * @param share 0.5 for the median, which is where absent
 * @throws RangeError when the share is not from 0 to 1
 * Source: Brookmeyer and Crowley 1982, "A confidence interval for the median survival time".
 * @example
 * survivalQuantile(kaplanMeier({ durations: Float64Array.of(1, 2, 3, 4), events: Uint8Array.of(1, 1, 1, 0) })).time // 2
 * survivalQuantile(kaplanMeier({ durations: Float64Array.of(1, 2, 3, 4), events: Uint8Array.of(0, 0, 0, 0) })).time // null
 * survivalQuantile(kaplanMeier({ durations: Float64Array.of(1), events: Uint8Array.of(0) }), 2) // throws RangeError
 */
export function survivalQuantile(curve: SurvivalCurve, share = 0.5): SurvivalQuantile {
  const level = 1 - requireFraction('share', share)
  // A product of fractions may miss the level by a rounding.
  const firstAt = (values: Float64Array): number | null => {
    const index = values.findIndex((value) => value <= level + 1e-12)
    return index === -1 ? null : (curve.times[index] ?? null)
  }
  return { time: firstAt(curve.survival), lower: firstAt(curve.lower), upper: firstAt(curve.upper) }
}
