import { requirePositive } from '../special-functions/require-positive.ts'
import type { GammaGammaParameters } from './fit-gamma-gamma.ts'
import { requireSpendHistories, type SpendHistories } from './spend-histories.ts'

/**
 * Expected value of a customer's next purchase under the Gamma-Gamma model: E[M] = p (γ + x m) / (p x + q − 1).
 *
 * It lies between the customer's own mean m and the mean of all, p γ / (q − 1), nearer to the first the more purchases x
 * are known. A mean at or below zero counts as no spend seen.
 *
 * @param parameters q above 1, or the expectation does not exist
 * @param histories with the first purchase or without it, as in the fit
 * @throws RangeError naming a parameter out of range, or as {@link requireSpendHistories}
 * Source: Fader and Hardie 2013, "The gamma-gamma model of monetary value", equation 5.
 * @example
 * [...expectedSpend({ p: 6, q: 4, gamma: 15 }, { transactions: Float64Array.of(0, 1), meanSpend: Float64Array.of(0, 12) })] // [30, 18]
 * expectedSpend({ p: 6, q: 1, gamma: 15 }, { transactions: Float64Array.of(0), meanSpend: Float64Array.of(0) }) // throws RangeError
 */
export function expectedSpend(parameters: GammaGammaParameters, histories: SpendHistories): Float64Array {
  requireSpendHistories(histories)
  requireSpendParameters(parameters)
  const { p, q, gamma } = parameters
  return histories.transactions.map((count, i) => {
    const mean = histories.meanSpend[i] ?? 0
    return mean > 0 ? (p * (gamma + count * mean)) / (p * count + q - 1) : (p * gamma) / (q - 1)
  })
}

/**
 * Refuses parameters under which spend has no expectation.
 *
 * @throws RangeError naming the parameter and its value
 * @example
 * requireSpendParameters({ p: 6, q: 4, gamma: 15 }) // undefined
 * requireSpendParameters({ p: 6, q: 1, gamma: 15 }) // throws RangeError
 */
export function requireSpendParameters({ p, q, gamma }: GammaGammaParameters): void {
  requirePositive('p', p)
  requirePositive('gamma', gamma)
  if (!(q > 1 && q < Infinity)) throw new RangeError(`q must be above 1, got ${q}`)
}
