import { requireFiniteValues } from '../arguments/require-finite-values.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import { countLower } from '../ranking/count-lower.ts'
import { countNotAbove } from '../ranking/count-not-above.ts'

/**
 * Spearman's rank correlation: the correlation of ranks, equal values sharing the mean of theirs.
 *
 * @param one finite numbers
 * @param other in the same order
 * @returns −1 to 1; null where a column is constant, or there are fewer than two rows
 * @throws RangeError when the columns differ in length or hold a number that is not finite
 * Source: Spearman 1904, "The proof and measurement of association between two things".
 * @example
 * rankCorrelation([1, 2, 3], [10, 20, 90]) // 1
 * rankCorrelation([1, 2, 3], [5, 5, 5]) // null
 * rankCorrelation([1], [NaN]) // throws RangeError
 */
export function rankCorrelation(one: ArrayLike<number>, other: ArrayLike<number>): number | null {
  requireSameLength('other', { expected: one.length, actual: other.length })
  const ranksOfOne = centredRanks('one', one)
  const ranksOfOther = centredRanks('other', other)
  let product = 0
  let squaresOfOne = 0
  let squaresOfOther = 0
  ranksOfOne.forEach((rank, i) => {
    const second = ranksOfOther[i] ?? 0
    product += rank * second
    squaresOfOne += rank * rank
    squaresOfOther += second * second
  })
  if (squaresOfOne === 0 || squaresOfOther === 0) return null
  return Math.max(-1, Math.min(1, product / Math.sqrt(squaresOfOne * squaresOfOther)))
}

/** Ranks less their mean, so that a constant column is exactly 0. */
function centredRanks(name: string, values: ArrayLike<number>): Float64Array {
  const column = Float64Array.from(values)
  requireFiniteValues(name, column)
  const sorted = column.toSorted()
  const ranks = new Map<number, number>()
  return column.map((value) => {
    let rank = ranks.get(value)
    if (rank === undefined) {
      rank = (countLower(sorted, value) + countNotAbove(sorted, value) - sorted.length) / 2
      ranks.set(value, rank)
    }
    return rank
  })
}
