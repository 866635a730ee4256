import { requirePositive } from '../special-functions/require-positive.ts'
import { sampleNormal } from './sample-normal.ts'
import type { RandomSource } from './seeded-random.ts'

/**
 * A draw from the gamma distribution with density rateˢ xˢ⁻¹ e^(−rate · x) / Γ(s).
 *
 * @param random a source such as {@link seededRandom}
 * @param parameters shape s and rate, finite numbers above 0; the mean is shape / rate
 * @throws RangeError naming the parameter out of range
 * Source: Marsaglia and Tsang 2000, "A simple method for generating gamma variables".
 * @example
 * sampleGamma(seededRandom(1), { shape: 2, rate: 3 }) > 0 // true
 * sampleGamma(seededRandom(1), { shape: 0, rate: 3 }) // throws RangeError
 */
export function sampleGamma(
  random: RandomSource,
  parameters: { readonly shape: number; readonly rate: number },
): number {
  const shape = requirePositive('shape', parameters.shape)
  const rate = requirePositive('rate', parameters.rate)
  if (shape < 1) return sampleGamma(random, { shape: shape + 1, rate }) * random() ** (1 / shape)

  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const z = sampleNormal(random)
    const v = (1 + c * z) ** 3
    if (v > 0 && Math.log(random()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return (d * v) / rate
  }
}
