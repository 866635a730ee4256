import { requireSameLength } from '../arguments/require-same-length.ts'
import type { FittedScoring, ScoredColumns } from './scoring-rule.ts'
import { scoreSums } from './score-sums.ts'
import { scoreTopsis } from './score-topsis.ts'

/**
 * Scores of all accounts, with what unknown values could make of them.
 *
 * @param columns one per criterion, all equally long, values 0..1, NaN = unknown; of the population to which the scoring
 * was fitted, or of another
 * @param scoring see `fitScoring`
 * @returns none for no accounts
 * @throws RangeError when the number of columns or their lengths differ
 * Source: Hwang and Yoon 1981, "Multiple attribute decision making" (weighted sum, weighted product, TOPSIS).
 * @example
 * [...scoreColumns([[0, 1], [1, 1]], fitScoring([[0, 1], [1, 1]], { aggregation: 'weighted-sum', weights: [3, 1] })).scores] // [0.25, 1]
 * [...scoreColumns([[0.25], [NaN]], fitScoring([[0.25, 1], [1, 1]], { aggregation: 'weighted-sum', weights: [1, 1] })).upper] // [0.625]
 * scoreColumns([], fitScoring([[1]], { aggregation: 'topsis', weights: [1] })) // throws RangeError
 */
export function scoreColumns(columns: readonly ArrayLike<number>[], scoring: FittedScoring): ScoredColumns {
  requireSameLength('columns', { expected: scoring.weights.length, actual: columns.length })
  const count = columns[0]?.length ?? 0
  columns.forEach((column, i) => requireSameLength(`columns[${i}]`, { expected: count, actual: column.length }))
  const { frame } = scoring
  return frame === null ? scoreSums(columns, scoring) : scoreTopsis(columns, { ...scoring, frame })
}
