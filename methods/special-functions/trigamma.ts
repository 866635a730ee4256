import { requirePositive } from './require-positive.ts'

/** From here on the asymptotic series is exact to the last digits of a double. */
const seriesStart = 12

/**
 * Trigamma function, the second derivative of log Γ: ψ′(x). It appears in the information of gamma-mixed models.
 *
 * @param x a finite number above 0
 * @returns above 0; Infinity where x is so small that 1/x² is no double
 * @throws RangeError when x is not a finite number above 0
 * Source: Abramowitz and Stegun 1964, 6.4.6 and 6.4.12.
 * @example
 * roundDecimals(trigamma(1), 12) // 1.644934066848
 * trigamma(0) // throws RangeError
 */
export function trigamma(x: number): number {
  requirePositive('x', x)
  let climbed = x
  let sum = 0
  while (climbed < seriesStart) {
    sum += 1 / (climbed * climbed)
    climbed++
  }
  const y = 1 / climbed
  const z = y * y
  const series = 1 / 6 - z * (1 / 30 - z * (1 / 42 - z * (1 / 30 - z * (5 / 66 - z * (691 / 2730 - z * (7 / 6))))))
  return sum + y + z / 2 + y * z * series
}
