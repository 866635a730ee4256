import { logGamma } from './log-gamma.ts'
import { normalQuantile } from './normal-quantile.ts'
import { regularizedGamma } from './regularized-gamma.ts'
import { requireFraction } from './require-fraction.ts'
import { requirePositive } from './require-positive.ts'

/**
 * Quantile of the gamma distribution with rate 1: the x with P(shape, x) = probability. Divide by a rate for others.
 *
 * Bisection on log x that takes Newton's step wherever it stays inside the bracket, so that it cannot fail.
 *
 * @param probability from 0 to 1
 * @param shape a finite number above 0
 * @returns 0 for probability 0 (and where the quantile is below the smallest double), Infinity for 1
 * @throws RangeError naming the argument out of range
 * Source: Wilson and Hilferty 1931 for the start.
 * @example
 * roundDecimals(gammaQuantile(0.5, 1), 12) // roundDecimals(Math.LN2, 12)
 * gammaQuantile(0, 3) // 0
 * gammaQuantile(0.5, -1) // throws RangeError
 */
export function gammaQuantile(probability: number, shape: number): number {
  requireFraction('probability', probability)
  requirePositive('shape', shape)
  if (probability === 0) return 0
  if (probability === 1) return Infinity

  let low = -745
  let high = Math.log(shape + 40 * Math.sqrt(shape) + 800)
  let logX = Math.min(high, Math.max(low, startOf(probability, shape)))
  for (let turn = 0; turn < 200; turn++) {
    const { lower, upper } = regularizedGamma(Math.exp(logX), shape)
    // Compared on the side of the smaller share, which has the digits.
    const excess = probability < 0.5 ? lower - probability : 1 - probability - upper
    if (excess > 0) high = logX
    else low = logX
    const slope = Math.exp(shape * logX - Math.exp(logX) - logGamma(shape))
    const newton = logX - excess / slope
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - logX) < 1e-15 * Math.max(1, Math.abs(logX))) break
    logX = next
  }
  return logX <= -744 ? 0 : Math.exp(logX)
}

function startOf(probability: number, shape: number): number {
  const root = 1 - 1 / (9 * shape) + normalQuantile(probability) / (3 * Math.sqrt(shape))
  if (root > 0.2) return Math.log(shape) + 3 * Math.log(root)
  return (Math.log(probability) + logGamma(shape + 1)) / shape
}
