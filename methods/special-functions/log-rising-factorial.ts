import { logBeta } from './log-beta.ts'
import { logGamma } from './log-gamma.ts'
import { requirePositive } from './require-positive.ts'

/**
 * Logarithm of the rising factorial: log (a)ₙ = log Γ(a + n) − log Γ(a) = log a(a + 1)…(a + n − 1).
 *
 * Keeps its digits where a is so large that the two logarithms of Γ would cancel.
 *
 * @param a a finite number above 0
 * @param n at least 0, not necessarily whole
 * @throws RangeError when a is not a finite number above 0 or n is negative
 * Source: Abramowitz and Stegun 1964, 6.1.22.
 * @example
 * roundDecimals(logRisingFactorial(2, 3), 12) // roundDecimals(Math.log(24), 12)
 * logRisingFactorial(5, 0) // 0
 * logRisingFactorial(0, 3) // throws RangeError
 */
export function logRisingFactorial(a: number, n: number): number {
  requirePositive('a', a)
  return n === 0 ? 0 : logGamma(n) - logBeta(a, n)
}
