import { requirePositive } from './require-positive.ts'
import { stirlingCorrection, stirlingStart } from './stirling-correction.ts'

const halfLogTwoPi = 0.9189385332046728

/**
 * Natural logarithm of the gamma function, log Γ(x) = log ∫ u^(x−1) e^(−u) du over u > 0.
 *
 * Small arguments climb by Γ(x + 1) = x Γ(x) to where Stirling's series is exact.
 *
 * @param x a finite number above 0
 * @returns log Γ(x), relative error near 1e-15, absolute near the zeros at 1 and 2
 * @throws RangeError when x is not a finite number above 0
 * Source: Abramowitz and Stegun 1964, 6.1.15 and 6.1.40.
 * @example
 * roundDecimals(logGamma(0.5), 12) // 0.572364942925
 * roundDecimals(logGamma(6), 12) // 4.787491742782
 * logGamma(0) // throws RangeError
 */
export function logGamma(x: number): number {
  requirePositive('x', x)
  if (x === 1 || x === 2) return 0
  let climbed = x
  let product = 1
  while (climbed < stirlingStart) {
    product *= climbed
    climbed++
  }
  const stirling = (climbed - 0.5) * Math.log(climbed) - climbed + halfLogTwoPi + stirlingCorrection(climbed)
  return product === 1 ? stirling : stirling - Math.log(product)
}
