import { normalDistribution } from './normal-distribution.ts'
import { requireFraction } from './require-fraction.ts'

const logRootTwoPi = 0.9189385332046728

/**
 * Quantile of the standard normal distribution: the z with Φ(z) = probability.
 *
 * A rational start (error below 5e-4), then Newton's method on log Φ until the digits stand.
 *
 * @param probability from 0 to 1
 * @returns −Infinity for 0, Infinity for 1
 * @throws RangeError when the probability is not from 0 to 1
 * Source: Abramowitz and Stegun 1964, 26.2.23.
 * @example
 * roundDecimals(normalQuantile(0.975), 12) // 1.95996398454
 * normalQuantile(0.5) // 0
 * normalQuantile(1.5) // throws RangeError
 */
export function normalQuantile(probability: number): number {
  requireFraction('probability', probability)
  if (probability > 0.5) return -normalQuantile(1 - probability)
  if (probability === 0.5) return 0
  if (probability === 0) return -Infinity

  const logProbability = Math.log(probability)
  const t = Math.sqrt(-2 * logProbability)
  const above = 2.515517 + t * (0.802853 + t * 0.010328)
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
  let z = above / below - t
  for (let turn = 0; turn < 4; turn++) {
    const logShare = Math.log(normalDistribution(z))
    const slope = Math.exp(-0.5 * z * z - logRootTwoPi - logShare)
    z -= (logShare - logProbability) / slope
  }
  return z
}
