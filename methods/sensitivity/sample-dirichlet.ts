import { requirePositive } from '../special-functions/require-positive.ts'
import { sampleGamma } from '../simulation/sample-gamma.ts'
import type { RandomSource } from '../simulation/seeded-random.ts'

/**
 * A draw from the Dirichlet distribution with parameters concentration · mean: weights of sum 1 around the mean.
 *
 * The variance of a weight is mean · (1 − mean) / (concentration + 1). A mean of 0 stays 0.
 *
 * @param random a source such as `seededRandom`
 * @param parameters `mean`: weights of sum 1; `concentration`: above 0; Infinity gives the mean itself
 * @throws RangeError when the concentration is not above 0
 * Source: Devroye 1986, "Non-uniform random variate generation", XI.4.1 (by gamma variates).
 * @example
 * [...sampleDirichlet(seededRandom(1), { mean: [1, 0], concentration: 5 })] // [1, 0]
 * [...sampleDirichlet(seededRandom(1), { mean: [0.25, 0.75], concentration: Infinity })] // [0.25, 0.75]
 * sampleDirichlet(seededRandom(1), { mean: [1], concentration: 0 }) // throws RangeError
 */
export function sampleDirichlet(
  random: RandomSource,
  { mean, concentration }: { readonly mean: ArrayLike<number>; readonly concentration: number },
): Float64Array {
  if (concentration === Infinity) return Float64Array.from(mean)
  requirePositive('concentration', concentration)
  const draw = Float64Array.from(mean, (weight) =>
    weight === 0 ? 0 : sampleGamma(random, { shape: concentration * weight, rate: 1 }),
  )
  const sum = draw.reduce((whole, part) => whole + part, 0)
  if (sum > 0) return draw.map((part) => part / sum)
  // All underflow where the concentration is tiny; the draw is then one of the corners.
  let left = random()
  const corner = Array.from(mean).findIndex((weight) => (left -= weight) < 0)
  return draw.fill(0).fill(1, Math.max(0, corner), Math.max(0, corner) + 1)
}
