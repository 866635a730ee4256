/**
 * - `weighted-sum`: Σ weight · value. A weakness can be made up for by a strength.
 * - `weighted-geometric`: Π value ^ weight. A value of 0 makes the score 0.
 * - `topsis`: nearness to the best point against the worst, see `topsisCloseness`.
 */
export type Aggregation = 'weighted-sum' | 'weighted-geometric' | 'topsis'

/**
 * What an unknown value counts as: `neutral` 0.5; `rescale`: the other criteria take over its weight; `worst` 0.
 */
export type MissingPolicy = 'neutral' | 'rescale' | 'worst'

/** How values become a score. */
export interface ScoringRule {
  readonly aggregation: Aggregation
  /** One per criterion, not below 0, rescaled to sum 1. */
  readonly weights: ArrayLike<number>
  /** `neutral` where absent. */
  readonly missing?: MissingPolicy
  /** Lower values count as this in the geometric mean, so that no single 0 decides all; 0 where absent. */
  readonly floor?: number
}

/** The scale, the best and the worst point of a TOPSIS population, per criterion. */
export interface TopsisFrame {
  /** √Σ value² of the population. */
  readonly norms: Float64Array
  /** The best and the worst value, in the unit of the columns. */
  readonly ideal: Float64Array
  readonly antiIdeal: Float64Array
}

/** A rule with what it took from its population. */
export interface FittedScoring {
  readonly aggregation: Aggregation
  /** Sum 1; 0 for a criterion of which no account's value is known. */
  readonly weights: Float64Array
  readonly missing: MissingPolicy
  readonly floor: number
  /** null but in TOPSIS. */
  readonly frame: TopsisFrame | null
}

/** One number per account, each from 0 to 1. */
export interface ScoredColumns {
  readonly scores: Float64Array
  /** The score if every unknown value were the worst, and the best; both equal the score where all values are known. */
  readonly lower: Float64Array
  readonly upper: Float64Array
}
