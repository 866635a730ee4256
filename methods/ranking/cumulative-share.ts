import { requireNonNegativeValues } from '../arguments/require-non-negative-values.ts'
import { cumulativeSums } from '../arithmetic/cumulative-sums.ts'

/**
 * For each value the share of the total that it and all values before it hold.
 *
 * @param values in the order in which they are to be accumulated (a Pareto analysis: largest first); finite, not below 0
 * @returns as many shares as values, never falling, the last one exactly 1; all 0 when the total is 0
 * @throws RangeError naming the first value that is negative or not finite
 * @example
 * [...cumulativeShare([6, 3, 1])] // [0.6, 0.9, 1]
 * [...cumulativeShare([])] // []
 */
export function cumulativeShare(values: ArrayLike<number>): Float64Array {
  requireNonNegativeValues('values', values)

  const shares = cumulativeSums(values)
  const total = shares.at(-1) ?? 0
  if (total === 0) return shares

  let previous = 0
  for (let i = 0; i < shares.length; i++) {
    previous = Math.min(1, Math.max(previous, (shares[i] ?? 0) / total))
    shares[i] = previous
  }
  return shares
}
