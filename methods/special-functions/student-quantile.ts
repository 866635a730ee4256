import { betaQuantile } from './beta-quantile.ts'
import { requirePositive } from './require-positive.ts'

/**
 * Quantile of Student's t distribution.
 *
 * @param probability above 0 and below 1
 * @param degrees degrees of freedom, above 0
 * @throws RangeError naming the argument out of range
 * Source: Abramowitz and Stegun 1964, 26.7.1, by the quantile of the beta distribution.
 * @example
 * studentQuantile(0.975, 10).toFixed(6) // '2.228139'
 * studentQuantile(0.5, 3) // 0
 * studentQuantile(0.9, 0) // throws RangeError
 */
export function studentQuantile(probability: number, degrees: number): number {
  requirePositive('degrees', degrees)
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`probability must lie between 0 and 1, got ${probability}`)
  }
  if (probability === 0.5) return 0
  const tail = 2 * Math.min(probability, 1 - probability)
  const x = betaQuantile(tail, { a: degrees / 2, b: 0.5 })
  return Math.sign(probability - 0.5) * Math.sqrt((degrees * (1 - x)) / x)
}
