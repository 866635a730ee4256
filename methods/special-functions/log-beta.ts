import { logGamma } from './log-gamma.ts'
import { requirePositive } from './require-positive.ts'
import { stirlingCorrection, stirlingStart } from './stirling-correction.ts'

const halfLogTwoPi = 0.9189385332046728

/**
 * Natural logarithm of the beta function, log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b).
 *
 * The great terms of large arguments are cancelled on paper, so B(10⁸, 0.3) keeps its digits.
 *
 * @param a a finite number above 0
 * @param b a finite number above 0; the order does not matter
 * @throws RangeError naming the argument that is not a finite number above 0
 * Source: Didonato and Morris 1992, "Algorithm 708".
 * @example
 * roundDecimals(logBeta(0.5, 0.5), 12) // 1.144729885849
 * roundDecimals(logBeta(1e8, 0.3), 9) // -4.430406227
 * logBeta(1, 0) // throws RangeError
 */
export function logBeta(a: number, b: number): number {
  requirePositive('a', a)
  requirePositive('b', b)
  const small = Math.min(a, b)
  const large = Math.max(a, b)
  if (large < stirlingStart) return logGamma(small) + logGamma(large) - logGamma(small + large)

  const correction = stirlingCorrection(large) - stirlingCorrection(small + large)
  const rest = (large - 0.5) * Math.log1p(-small / (small + large))
  if (small < stirlingStart) return logGamma(small) + correction + small - small * Math.log(small + large) + rest

  const share = (small - 0.5) * Math.log(small / (small + large))
  return halfLogTwoPi - 0.5 * Math.log(small + large) + stirlingCorrection(small) + correction + share + rest
}
