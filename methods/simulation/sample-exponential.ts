import { requirePositive } from '../special-functions/require-positive.ts'
import type { RandomSource } from './seeded-random.ts'

/**
 * A draw from the exponential distribution with density rate · e^(−rate · x).
 *
 * @param random a source such as {@link seededRandom}
 * @param rate a finite number above 0; the mean is 1 / rate
 * @throws RangeError when the rate is not a finite number above 0
 * @example
 * sampleExponential(() => 0.5, 2) // Math.LN2 / 2
 * sampleExponential(() => 0.5, 0) // throws RangeError
 */
export function sampleExponential(random: RandomSource, rate: number): number {
  requirePositive('rate', rate)
  return -Math.log(random()) / rate
}
