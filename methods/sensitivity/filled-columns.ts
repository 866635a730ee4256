import type { FittedScoring } from '../scoring/scoring-rule.ts'

/**
 * Values with the unknown ones filled as a weighted sum's scoring fills them; under `rescale` with the account's own score
 * at the weights of the scoring.
 *
 * @param columns values 0..1 of the criteria, NaN = unknown
 * @param options the scoring, and the scores it gave
 * @example
 * filledColumns([[1], [NaN]], { scoring: { missing: 'neutral' }, scores: [0.75] }).map((column) => column[0]) // [1, 0.5]
 * filledColumns([[1], [NaN]], { scoring: { missing: 'rescale' }, scores: [1] }).map((column) => column[0]) // [1, 1]
 */
export function filledColumns(
  columns: readonly ArrayLike<number>[],
  { scoring, scores }: { readonly scoring: Pick<FittedScoring, 'missing'>; readonly scores: ArrayLike<number> },
): Float64Array[] {
  const constant = scoring.missing === 'worst' ? 0 : 0.5
  const own = scoring.missing === 'rescale' ? scores : null
  return columns.map((column) => {
    const filled = Float64Array.from(column)
    for (let account = 0; account < filled.length; account++) {
      if (Number.isNaN(filled[account])) filled[account] = own?.[account] ?? constant
    }
    return filled
  })
}
