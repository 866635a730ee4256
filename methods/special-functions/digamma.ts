import { requirePositive } from './require-positive.ts'

/** From here on the asymptotic series is exact to the last digits of a double. */
const seriesStart = 12

/**
 * Digamma function, the derivative of log Γ: ψ(x) = d log Γ(x) / dx.
 *
 * @param x a finite number above 0
 * @throws RangeError when x is not a finite number above 0
 * Source: Abramowitz and Stegun 1964, 6.3.5 and 6.3.18.
 * @example
 * roundDecimals(digamma(1), 12) // -0.577215664902
 * digamma(-1) // throws RangeError
 */
export function digamma(x: number): number {
  requirePositive('x', x)
  let climbed = x
  let sum = 0
  while (climbed < seriesStart) {
    sum -= 1 / climbed
    climbed++
  }
  const z = 1 / (climbed * climbed)
  const series =
    z * (1 / 12 - z * (1 / 120 - z * (1 / 252 - z * (1 / 240 - z * (1 / 132 - z * (691 / 32760 - z * (1 / 12)))))))
  return sum + Math.log(climbed) - 0.5 / climbed - series
}
