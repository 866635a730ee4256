import { regularizedGamma } from './regularized-gamma.ts'

/**
 * Probability that a standard normal variable is at most z, Φ(z); exact also far in the lower tail.
 *
 * @param z any number
 * @throws RangeError when z is not a number
 * Source: Abramowitz and Stegun 1964, 26.2.30 by 6.5.16.
 * @example
 * normalDistribution(0) // 0.5
 * roundDecimals(normalDistribution(1.959963984540054), 12) // 0.975
 * normalDistribution(NaN) // throws RangeError
 */
export function normalDistribution(z: number): number {
  if (Number.isNaN(z)) throw new RangeError(`z must be a number, got ${z}`)
  const { lower, upper } = regularizedGamma((z * z) / 2, 0.5)
  return z < 0 ? upper / 2 : 0.5 + lower / 2
}
