import { choleskyFactor, type SquareMatrix } from '../optimization/cholesky-factor.ts'
import type { FittedScoring } from '../scoring/scoring-rule.ts'
import type { WeightDraws } from './draw-weights.ts'
import { highestLevel, sumTerms } from './score-levels.ts'

/** Between which levels a score lies whatever the draw; one element per account. */
export interface LevelIntervals {
  readonly lowest: Int32Array
  readonly highest: Int32Array
}

/**
 * Bounds of each account's level over a set of weight draws, without scoring it by each.
 *
 * The score at mean weights, give or take ρ · ‖Lᵀ v‖, where L Lᵀ is the covariance of the weights over the draws and ρ the
 * greatest Mahalanobis distance of a draw from the mean. True for every draw, not only likely. Weights sum to 1, so values
 * count as differences to the last criterion's. Unknown values that are rescaled leave the bounds open, and so does TOPSIS.
 *
 * @param columns values 0..1 of the criteria, NaN = unknown
 * @param options the scoring and the draws
 * Source: the Cauchy–Schwarz inequality in the metric of the covariance matrix.
 * @example
 * levelIntervals([[0.5], [0.5]], { scoring: { aggregation: 'weighted-sum', missing: 'neutral', floor: 0 }, draws: { criteria: 2, draws: 2, weights: Float64Array.of(0.2, 0.8, 0.6, 0.4) } }).highest[0] // 50000001
 */
export function levelIntervals(
  columns: readonly ArrayLike<number>[],
  {
    scoring,
    draws,
  }: { readonly scoring: Pick<FittedScoring, 'aggregation' | 'missing' | 'floor'>; readonly draws: WeightDraws },
): LevelIntervals {
  const count = columns[0]?.length ?? 0
  const lowest = new Int32Array(count)
  const highest = new Int32Array(count).fill(highestLevel)
  if (scoring.aggregation === 'topsis' || draws.draws === 0) return { lowest, highest }
  const terms = columns.map((column) => sumTerms(column, scoring))
  const means = meanWeights(draws)
  const spread = spreadOf(draws, means)
  const row = new Float64Array(draws.criteria)
  for (let account = 0; account < count; account++) {
    let sum = 0
    for (let criterion = 0; criterion < row.length; criterion++) {
      const term = terms[criterion]?.[account] ?? Number.NaN
      row[criterion] = term
      sum += (means[criterion] ?? 0) * term
    }
    if (Number.isNaN(sum)) continue
    const radius = radiusOf(row, spread)
    // A level of slack on each side for what doubles lose.
    lowest[account] = Math.max(0, Math.floor((sum - radius) * highestLevel) - 1)
    highest[account] = Math.min(highestLevel, Math.ceil((sum + radius) * highestLevel) + 1)
  }
  return { lowest, highest }
}

function meanWeights({ criteria, draws, weights }: WeightDraws): Float64Array {
  const means = new Float64Array(criteria)
  weights.forEach((weight, i) => (means[i % criteria] = (means[i % criteria] ?? 0) + weight / draws))
  return means
}

interface Spread {
  /** Lower triangle of the covariance's square root, of all criteria but the last. */
  readonly factor: SquareMatrix
  readonly distance: number
}

/** A little is added to the diagonal, which keeps the inequality and copes with weights that never move. */
const ridge = 1e-12

function spreadOf(draws: WeightDraws, means: Float64Array): Spread {
  const size = draws.criteria - 1
  const values = new Float64Array(size * size)
  const deviations = Float64Array.from(draws.weights, (weight, i) => weight - (means[i % draws.criteria] ?? 0))
  for (let draw = 0; draw < draws.draws; draw++) {
    const deviation = deviations.subarray(draw * draws.criteria)
    for (let i = 0; i < values.length; i++) {
      const product = (deviation[Math.floor(i / size)] ?? 0) * (deviation[i % size] ?? 0)
      values[i] = (values[i] ?? 0) + product / draws.draws
    }
  }
  for (let i = 0; i < size; i++) values[i * size + i] = (values[i * size + i] ?? 0) + ridge
  const factor = choleskyFactor({ size, values }) ?? widestFactor(size)
  let distance = 0
  for (let draw = 0; draw < draws.draws; draw++) {
    distance = Math.max(distance, solvedLength(factor, deviations.subarray(draw * draws.criteria)))
  }
  return { factor, distance }
}

/** Any factor gives true bounds; this one is for covariances that doubles cannot tell from singular. */
function widestFactor(size: number): SquareMatrix {
  const values = new Float64Array(size * size)
  for (let i = 0; i < size; i++) values[i * size + i] = 1
  return { size, values }
}

/** ‖L⁻¹ w‖ */
function solvedLength({ size, values }: SquareMatrix, vector: Float64Array): number {
  const solved = new Float64Array(size)
  let squares = 0
  for (let row = 0; row < size; row++) {
    let rest = vector[row] ?? 0
    for (let k = 0; k < row; k++) rest -= (values[row * size + k] ?? 0) * (solved[k] ?? 0)
    const element = rest / (values[row * size + row] ?? 1)
    solved[row] = element
    squares += element * element
  }
  return Math.sqrt(squares)
}

/** ρ · ‖Lᵀ v‖ */
function radiusOf(row: Float64Array, { factor, distance }: Spread): number {
  const { size, values } = factor
  const last = row[size] ?? 0
  let squares = 0
  for (let column = 0; column < size; column++) {
    let product = 0
    for (let k = column; k < size; k++) product += (values[k * size + column] ?? 0) * ((row[k] ?? 0) - last)
    squares += product * product
  }
  return distance * Math.sqrt(squares)
}
