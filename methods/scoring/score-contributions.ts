import { requireSameLength } from '../arguments/require-same-length.ts'
import { total } from '../arithmetic/total.ts'
import type { FittedScoring } from './scoring-rule.ts'

/** Why scores of a weighted sum differ from the mean score. */
export interface ScoreContributions {
  readonly meanScore: number
  /** Mean value of each criterion, unknown values filled. */
  readonly meanValues: Float64Array
  /** One column per criterion: weight · (value − mean value); an account's sum to its score − meanScore. */
  readonly columns: readonly Float64Array[]
}

/**
 * What each criterion adds to each account's score or takes from it, against the population's mean.
 *
 * Unknown values are filled as the scoring fills them; with `rescale` the account's own score stands for each of them,
 * which is the same score. An account with nothing known counts as 0.5 throughout.
 *
 * @param columns one per criterion, values 0..1, NaN = unknown
 * @param scoring a fitted weighted sum
 * @returns all 0 for a single account
 * @throws RangeError when the scoring is not a weighted sum (see `shapleyContributions`) or columns do not fit it
 * Source: Strumbelj and Kononenko 2014, "Explaining prediction models and individual predictions with feature
 * contributions" (for a linear model the Shapley value is weight · (value − mean)).
 * @example
 * [...scoreContributions([[0, 1], [0.5, 0.5]], fitScoring([[0, 1], [0.5, 0.5]], { aggregation: 'weighted-sum', weights: [3, 1] })).columns[0]] // [-0.375, 0.375]
 * scoreContributions([[1]], fitScoring([[1]], { aggregation: 'topsis', weights: [1] })) // throws RangeError
 */
export function scoreContributions(columns: readonly ArrayLike<number>[], scoring: FittedScoring): ScoreContributions {
  const { aggregation, weights, missing } = scoring
  if (aggregation !== 'weighted-sum') {
    throw new RangeError(`scoring.aggregation must be weighted-sum, got ${aggregation}`)
  }
  requireSameLength('columns', { expected: weights.length, actual: columns.length })
  const count = columns[0]?.length ?? 0
  const fillings = missing === 'rescale' ? ownScores(columns, weights) : null
  const constant = missing === 'worst' ? 0 : 0.5
  const meanValues = new Float64Array(columns.length)
  const contributions = columns.map((column, criterion) => {
    requireSameLength(`columns[${criterion}]`, { expected: count, actual: column.length })
    const filled = Float64Array.from(column)
    for (let i = 0; i < count; i++) if (Number.isNaN(filled[i])) filled[i] = fillings?.[i] ?? constant
    const weight = weights[criterion] ?? 0
    const mean = count === 0 ? 0 : total(filled) / count
    meanValues[criterion] = mean
    for (let i = 0; i < count; i++) filled[i] = weight * ((filled[i] ?? 0) - mean)
    return filled
  })
  return { meanScore: total(meanValues.map((mean, i) => mean * (weights[i] ?? 0))), meanValues, columns: contributions }
}

/** Weighted means over the known criteria. */
function ownScores(columns: readonly ArrayLike<number>[], weights: Float64Array): Float64Array {
  return Float64Array.from({ length: columns[0]?.length ?? 0 }, (_, account) => {
    let [sum, known] = [0, 0]
    columns.forEach((column, criterion) => {
      const value = column[account] ?? Number.NaN
      if (Number.isNaN(value)) return
      sum += (weights[criterion] ?? 0) * value
      known += weights[criterion] ?? 0
    })
    return known > 1e-12 ? sum / known : 0.5
  })
}
