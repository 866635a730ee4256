/** Quantiles of the known figures at which outliers are capped: { low: 0.01, high: 0.99 } caps the outer two per cent. */
export interface CapQuantiles {
  readonly low: number
  readonly high: number
}

/** Whether more of a criterion is better or less; 'higher' where absent. */
export type Direction = 'higher' | 'lower'

/** A point of a value function: a figure of the criterion and its value, 0 (worst) to 1 (best). */
export interface ValuePoint {
  readonly figure: number
  readonly value: number
}

/** The scales on which a criterion may be better in one direction. */
export interface DirectedRule {
  /**
   * - `percentile`: mid-rank among the population; an outlier gains no more than its rank.
   * - `min-max`: straight line from the least figure (0) to the greatest (1).
   * - `z-score`: Φ((figure − mean) / standard deviation), so 0.5 at the mean and never quite 0 or 1.
   * - `log`: straight line in the symmetric logarithm sign(x) · ln(1 + |x|), from the least to the greatest.
   */
  readonly method: 'percentile' | 'min-max' | 'z-score' | 'log'
  readonly direction?: Direction
  readonly caps?: CapQuantiles
}

/** Best within a range: 1 from `from` to `to`, falling on straight lines to 0 at `lowest` and `highest`. */
export interface TargetRule {
  readonly method: 'target'
  readonly lowest: number
  readonly from: number
  readonly to: number
  readonly highest: number
}

/** Straight lines through given points, level beyond the first and the last. */
export interface PiecewiseRule {
  readonly method: 'piecewise'
  /** At least one; figures strictly ascending, values from 0 to 1. */
  readonly points: readonly ValuePoint[]
}

/** How the figures of one criterion become values from 0 (worst) to 1 (best). */
export type NormalizationRule = DirectedRule | TargetRule | PiecewiseRule

/** Figures beyond the limits count as the limits. */
export interface CapLimits {
  readonly low: number
  readonly high: number
}

/**
 * A rule with everything that it took from its population, so that the same transformation can be applied to another
 * population or to one account with other figures.
 */
export type FittedNormalization =
  | {
      readonly method: 'percentile'
      readonly direction: Direction
      readonly caps: CapLimits | null
      /** The known figures of the population after capping, ascending. */
      readonly sorted: Float64Array
    }
  | {
      readonly method: 'min-max' | 'log'
      readonly direction: Direction
      readonly caps: CapLimits | null
      /** Of the figures after capping; NaN where none is known. */
      readonly minimum: number
      readonly maximum: number
    }
  | {
      readonly method: 'z-score'
      readonly direction: Direction
      readonly caps: CapLimits | null
      /** Of the figures after capping; NaN where none is known. */
      readonly mean: number
      /** Of the population: divided by n. */
      readonly deviation: number
    }
  | TargetRule
  | PiecewiseRule
