import { regularizedGamma } from './regularized-gamma.ts'

/**
 * Probability that a χ² variable exceeds a value: the p-value of a χ² test.
 *
 * @param value the statistic, at least 0
 * @param degrees degrees of freedom, above 0
 * @throws RangeError naming the argument out of range
 * Source: Abramowitz and Stegun 1964, 26.4.19.
 * @example
 * roundDecimals(chiSquaredUpper(3.841458820694124, 1), 12) // 0.05
 * chiSquaredUpper(0, 2) // 1
 * chiSquaredUpper(-1, 2) // throws RangeError
 */
export function chiSquaredUpper(value: number, degrees: number): number {
  return regularizedGamma(value / 2, degrees / 2).upper
}
