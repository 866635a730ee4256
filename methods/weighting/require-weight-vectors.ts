import { requireNonNegativeValues } from '../arguments/require-non-negative-values.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import { total } from '../arithmetic/total.ts'

/**
 * Refuses weights of several experts or methods that are not of the same criteria, or do not sum to 1 within 1e-6.
 *
 * @throws RangeError naming the vector and what is wrong with it, or when there is none
 * @example
 * requireWeightVectors([[0.5, 0.5], [1, 0]]) // undefined
 * requireWeightVectors([[0.5, 0.6]]) // throws RangeError
 */
export function requireWeightVectors(vectors: readonly ArrayLike<number>[]): void {
  const size = vectors[0]?.length ?? 0
  if (size === 0) throw new RangeError('vectors must have weights, got none')
  vectors.forEach((weights, i) => {
    requireSameLength(`vectors[${i}]`, { expected: size, actual: weights.length })
    requireNonNegativeValues(`vectors[${i}]`, weights)
    const sum = total(weights)
    if (!(Math.abs(sum - 1) <= 1e-6)) throw new RangeError(`vectors[${i}] must sum to 1, got ${sum}`)
  })
}
