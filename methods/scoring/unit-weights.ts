import { requireNonNegativeValues } from '../arguments/require-non-negative-values.ts'
import { total } from '../arithmetic/total.ts'

/**
 * Weights rescaled to sum 1.
 *
 * @param weights finite, not below 0
 * @throws RangeError naming a weight that is negative or not finite, or when none is above 0
 * @example
 * [...unitWeights([3, 1])] // [0.75, 0.25]
 * unitWeights([0, 0]) // throws RangeError
 * unitWeights([2, -1]) // throws RangeError
 */
export function unitWeights(weights: ArrayLike<number>): Float64Array {
  requireNonNegativeValues('weights', weights)
  const sum = total(weights)
  if (!(sum > 0)) throw new RangeError(`weights must have one above 0, got ${weights.length} without`)
  return Float64Array.from(weights, (weight) => weight / sum)
}
