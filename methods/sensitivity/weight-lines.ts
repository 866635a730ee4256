import { requireSameLength } from '../arguments/require-same-length.ts'
import { unitWeights } from '../scoring/unit-weights.ts'

/** The score of each account as a straight line in the weight of one criterion: start + weight · slope. */
export interface WeightLines {
  /** The criterion's weight now. */
  readonly weight: number
  readonly start: Float64Array
  readonly slope: Float64Array
}

/**
 * Weighted sums as a function of one criterion's weight, while the other weights keep their proportions among themselves
 * and all sum to 1. Where the criterion has all the weight now, the others share what it gives up equally.
 *
 * @param columns values 0..1 of the criteria, none unknown (see `filledColumns`)
 * @param options weights now, and the criterion whose weight moves
 * @throws RangeError when weights and columns do not fit, or a column is not there
 * @example
 * [...weightLines([[1, 0], [0.5, 1]], { weights: [1, 3], criterion: 0 }).slope] // [0.5, -1]
 * weightLines([[1]], { weights: [1, 3], criterion: 0 }) // throws RangeError
 */
export function weightLines(
  columns: readonly ArrayLike<number>[],
  { weights, criterion }: { readonly weights: ArrayLike<number>; readonly criterion: number },
): WeightLines {
  requireSameLength('weights', { expected: columns.length, actual: weights.length })
  const rescaled = unitWeights(weights)
  const own = columns[criterion]
  if (own === undefined) throw new RangeError(`criterion must be from 0 to ${columns.length - 1}, got ${criterion}`)
  const weight = rescaled[criterion] ?? 0
  const others = rescaled.reduce((sum, each, i) => (i === criterion ? sum : sum + each), 0)
  const start = new Float64Array(own.length)
  columns.forEach((column, i) => {
    if (i === criterion) return
    requireSameLength(`columns[${i}]`, { expected: own.length, actual: column.length })
    const share = others > 0 ? (rescaled[i] ?? 0) / others : 1 / (columns.length - 1)
    for (let account = 0; account < start.length; account++) {
      start[account] = (start[account] ?? 0) + share * (column[account] ?? 0)
    }
  })
  return { weight, start, slope: start.map((rest, account) => (own[account] ?? 0) - rest) }
}
