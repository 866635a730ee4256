import { requireFiniteValues } from '../arguments/require-finite-values.ts'
import { total } from '../arithmetic/total.ts'
import { requireInteger } from '../arguments/require-integer.ts'
import { requireNonNegative } from '../arguments/require-non-negative.ts'

/**
 * Outcome of accounts picked by chance, without putting back: its mean and its variance.
 *
 * @param outcomes of all accounts
 * @param top how many are picked, all where there are fewer
 * @returns the mean top · mean outcome; the variance top · (1 − top / n) · sample variance of the outcomes; 0 for no accounts
 * @throws RangeError when `top` is not a whole number of at least 0 or an outcome is not finite
 * Source: Cochran 1977, "Sampling techniques", theorem 2.2.
 * @example
 * chanceCapture([1, 2, 3], 2) // { mean: 4, variance: 2 / 3 }
 * chanceCapture([5], 1) // { mean: 5, variance: 0 }
 * chanceCapture([5], 0.5) // throws RangeError
 */
export function chanceCapture(outcomes: ArrayLike<number>, top: number): { mean: number; variance: number } {
  requireNonNegative('top', requireInteger('top', top))
  requireFiniteValues('outcomes', outcomes)
  const count = outcomes.length
  const picked = Math.min(top, count)
  if (count === 0) return { mean: 0, variance: 0 }
  const mean = total(outcomes) / count
  const squares = total(Float64Array.from(outcomes, (outcome) => (outcome - mean) ** 2))
  const variance = count === 1 ? 0 : (picked * (count - picked) * squares) / (count * (count - 1))
  return { mean: picked * mean, variance }
}
