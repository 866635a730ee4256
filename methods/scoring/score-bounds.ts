import type { FittedScoring } from './scoring-rule.ts'
import { scoreRow } from './score-row.ts'

/**
 * The score of an account if every unknown value were the worst, and if it were the best.
 *
 * @param row one value 0..1 per criterion; NaN = unknown
 * @param scoring see `fitScoring`
 * @returns [lower, upper]; the same number twice where all is known
 * @example
 * scoreBounds([0.5, NaN], fitScoring([[0.5, 1], [0, 1]], { aggregation: 'weighted-sum', weights: [1, 1] })) // [0.25, 0.75]
 */
export function scoreBounds(row: ArrayLike<number>, scoring: FittedScoring): readonly [number, number] {
  return [scoreRow(row, { ...scoring, missing: 'worst' }), scoreRow(row, { ...scoring, missing: 'best' })]
}
