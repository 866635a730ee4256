import { normalQuantile } from '../special-functions/normal-quantile.ts'
import type { RandomSource } from './seeded-random.ts'

/**
 * A draw from the standard normal distribution, by inversion: one uniform number for each.
 *
 * @param random a source such as {@link seededRandom}
 * @example
 * sampleNormal(() => 0.5) // 0
 */
export function sampleNormal(random: RandomSource): number {
  return normalQuantile(random())
}
