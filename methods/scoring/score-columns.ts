import { requireSameLength } from '../arguments/require-same-length.ts'
import type { FittedScoring, ScoredColumns } from './scoring-rule.ts'
import { scoreBounds } from './score-bounds.ts'
import { scoreRow } from './score-row.ts'
import { sumScore } from './sum-score.ts'

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
  return scoring.aggregation === 'topsis' ? scoreRows(columns, scoring) : scoreSums(columns, scoring)
}

function scoreRows(columns: readonly ArrayLike<number>[], scoring: FittedScoring): ScoredColumns {
  const count = columns[0]?.length ?? 0
  const scores = new Float64Array(count)
  const lower = new Float64Array(count)
  const upper = new Float64Array(count)
  const row = new Float64Array(columns.length)
  for (let account = 0; account < count; account++) {
    let complete = true
    for (let criterion = 0; criterion < row.length; criterion++) {
      const value = columns[criterion]?.[account] ?? Number.NaN
      row[criterion] = value
      complete &&= !Number.isNaN(value)
    }
    const score = scoreRow(row, scoring)
    const bounds = complete ? [score, score] : scoreBounds(row, scoring)
    scores[account] = score
    lower[account] = bounds[0] ?? score
    upper[account] = bounds[1] ?? score
  }
  return { scores, lower, upper }
}

/** Column by column, which is many times quicker than row by row: sums of weight · value, or of weight · ln value. */
function scoreSums(columns: readonly ArrayLike<number>[], scoring: FittedScoring): ScoredColumns {
  const { weights, floor } = scoring
  const geometric = scoring.aggregation === 'weighted-geometric'
  const count = columns[0]?.length ?? 0
  const sums = new Float64Array(count)
  const missing = new Float64Array(count)
  columns.forEach((column, criterion) => {
    const weight = weights[criterion] ?? 0
    if (weight === 0) return
    for (let account = 0; account < count; account++) {
      const value = column[account] ?? Number.NaN
      if (Number.isNaN(value)) missing[account] = (missing[account] ?? 0) + weight
      else {
        const term = geometric ? Math.log(value < floor ? floor : value) : value
        sums[account] = (sums[account] ?? 0) + weight * term
      }
    }
  })
  return settleSums({ sums, missing }, scoring)
}

function settleSums(
  { sums, missing }: { readonly sums: Float64Array; readonly missing: Float64Array },
  scoring: FittedScoring,
): ScoredColumns {
  const scores = sums.map((sum, account) => sumScore({ sum, missing: missing[account] ?? 0 }, scoring))
  const lower = scores.slice()
  const upper = scores.slice()
  missing.forEach((share, account) => {
    if (share === 0) return
    const sum = sums[account] ?? 0
    lower[account] = sumScore({ sum, missing: share }, { ...scoring, missing: 'worst' })
    upper[account] = sumScore({ sum, missing: share }, { ...scoring, missing: 'best' })
  })
  return { scores, lower, upper }
}
