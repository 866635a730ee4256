import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { requirePositive } from '../special-functions/require-positive.ts'

/** Times in one unit. */
export interface RhythmState {
  readonly cycle: number
  /** Time since the last purchase. */
  readonly silence: number
}

/**
 * Probability of no purchase within a horizon from the rhythm alone, for data too small for a purchase model.
 *
 * Half of all gaps are longer than the cycle; every cycle beyond the first halves the chance that the account is still
 * there: 1 − ½^max(0, silence/cycle − 1) · (1 − ½^(horizon/cycle)).
 *
 * @throws RangeError when the cycle is not above 0, or a time is negative
 * Source: a rule of this product.
 * @example
 * rhythmRisk({ cycle: 30, silence: 30 }, 30) // 0.5
 * rhythmRisk({ cycle: 30, silence: 60 }, 30) // 0.75
 * rhythmRisk({ cycle: 0, silence: 60 }, 30) // throws RangeError
 */
export function rhythmRisk({ cycle, silence }: RhythmState, horizon: number): number {
  requirePositive('cycle', cycle)
  requireNonNegative('silence', silence)
  requireNonNegative('horizon', horizon)
  const stillThere = 0.5 ** Math.max(0, silence / cycle - 1)
  return 1 - stillThere * (1 - 0.5 ** (horizon / cycle))
}
