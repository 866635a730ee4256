import { requireNonNegative } from '../arguments/require-non-negative.ts'
import type { RandomSource } from './seeded-random.ts'

/** Above this e^(−mean) loses digits; larger means are drawn in parts, whose sum is Poisson too. */
const largestPart = 500

/**
 * A draw from the Poisson distribution. The time it takes grows with the mean.
 *
 * @param random a source such as {@link seededRandom}
 * @param mean a finite number, at least 0
 * @throws RangeError when the mean is negative or not finite
 * Source: Knuth 1969, "The art of computer programming", 3.4.1.
 * @example
 * samplePoisson(() => 0.5, 0) // 0
 * samplePoisson(() => 0.5, 1) // 1
 * samplePoisson(() => 0.5, -1) // throws RangeError
 */
export function samplePoisson(random: RandomSource, mean: number): number {
  requireNonNegative('mean', mean)
  let drawn = 0
  for (let rest = mean; rest > 0; rest -= largestPart) {
    const limit = Math.exp(-Math.min(rest, largestPart))
    for (let product = random(); product > limit; product *= random()) drawn++
  }
  return drawn
}
