import { sampleGamma } from './sample-gamma.ts'
import type { RandomSource } from './seeded-random.ts'

/**
 * A draw from the beta distribution with density xᵃ⁻¹ (1 − x)ᵇ⁻¹ / B(a, b).
 *
 * @param random a source such as {@link seededRandom}
 * @param parameters a and b, finite numbers above 0; the mean is a / (a + b)
 * @throws RangeError when a parameter is not a finite number above 0
 * Source: Devroye 1986, "Non-uniform random variate generation", IX.4.1.
 * @example
 * sampleBeta(seededRandom(1), { a: 2, b: 3 }) < 1 // true
 * sampleBeta(seededRandom(1), { a: -2, b: 3 }) // throws RangeError
 */
export function sampleBeta(random: RandomSource, parameters: { readonly a: number; readonly b: number }): number {
  const first = sampleGamma(random, { shape: parameters.a, rate: 1 })
  const second = sampleGamma(random, { shape: parameters.b, rate: 1 })
  // Both may underflow where a and b are tiny; the draw is then one of the two ends.
  return first + second > 0 ? first / (first + second) : Number(random() * (parameters.a + parameters.b) < parameters.a)
}
