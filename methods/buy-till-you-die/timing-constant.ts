import { logGamma } from '../special-functions/log-gamma.ts'

/**
 * The part of a log-likelihood of purchase times that no parameter but k moves: (k − 1) Σ log gap − x log Γ(k).
 *
 * It makes models of different k comparable.
 *
 * @param k stages per purchase
 * @param timing number of purchases after the first, and the sum of the logarithms of the times between them
 * @throws RangeError when k is not above 0
 * @example
 * timingConstant(1, { purchases: 5, logGaps: 2 }) // 0
 * timingConstant(2, { purchases: 5, logGaps: 2 }) // 2
 * timingConstant(0, { purchases: 5, logGaps: 2 }) // throws RangeError
 */
export function timingConstant(k: number, timing: { readonly purchases: number; readonly logGaps: number }): number {
  const perPurchase = logGamma(k)
  return k === 1 ? 0 : (k - 1) * timing.logGaps - timing.purchases * perPurchase
}
