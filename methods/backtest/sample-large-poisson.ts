import type { RandomSource } from '../simulation/seeded-random.ts'
import { logGamma } from '../special-functions/log-gamma.ts'

/** Below this the hat does not lie above the distribution. */
const leastMean = 10

/**
 * A draw from the Poisson distribution of a mean of at least 10, in a time that does not grow with the mean.
 *
 * @param random a source such as `seededRandom`
 * @throws RangeError when the mean is below 10 or not finite
 * Source: Hörmann 1993, "The transformed rejection method for generating Poisson random variables", algorithm PTRS.
 * @example
 * sampleLargePoisson(() => 0.5, 100) // 100
 * sampleLargePoisson(() => 0.5, 1) // throws RangeError
 */
export function sampleLargePoisson(random: RandomSource, mean: number): number {
  if (!(mean >= leastMean && mean < Infinity)) throw new RangeError(`mean must be at least ${leastMean}, got ${mean}`)
  const b = 0.931 + 2.53 * Math.sqrt(mean)
  const a = -0.059 + 0.02483 * b
  const certain = 0.9277 - 3.6224 / (b - 2)
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
  while (true) {
    const u = random() - 0.5
    const v = random()
    const fromEdge = 0.5 - Math.abs(u)
    const drawn = Math.floor(((2 * a) / fromEdge + b) * u + mean + 0.43)
    if (fromEdge >= 0.07 && v <= certain) return drawn
    if (drawn < 0 || (fromEdge < 0.013 && v > fromEdge)) continue
    const logHat = Math.log((v * inverseAlpha) / (a / (fromEdge * fromEdge) + b))
    if (logHat <= drawn * Math.log(mean) - mean - logGamma(drawn + 1)) return drawn
  }
}
