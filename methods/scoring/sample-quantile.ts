import { requireFraction } from '../special-functions/require-fraction.ts'

/**
 * Quantile of a sample, interpolated between its neighbours.
 *
 * @param sorted ascending, no NaN
 * @param probability from 0 to 1: 0 gives the least, 1 the greatest
 * @returns NaN for an empty sample
 * @throws RangeError when the probability is not from 0 to 1
 * Source: Hyndman and Fan 1996, "Sample quantiles in statistical packages", definition 7.
 * @example
 * sampleQuantile([10, 20, 40], 0.75) // 30
 * sampleQuantile([], 0.5) // NaN
 * sampleQuantile([1], 2) // throws RangeError
 */
export function sampleQuantile(sorted: ArrayLike<number>, probability: number): number {
  const place = requireFraction('probability', probability) * (sorted.length - 1)
  const below = sorted[Math.floor(place)] ?? Number.NaN
  const above = sorted[Math.ceil(place)] ?? Number.NaN
  return below === above ? below : below + (place - Math.floor(place)) * (above - below)
}
