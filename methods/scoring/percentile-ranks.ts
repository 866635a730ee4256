import { countLower } from '../ranking/count-lower.ts'
import { countNotAbove } from '../ranking/count-not-above.ts'

/**
 * Percentile rank of each account on one criterion: (lower + half of the equal, itself included) / n over the accounts
 * whose figure is known.
 *
 * The mean over the known accounts is always 0.5, whatever the ties, and an outlier gains no more than its rank.
 *
 * @param values one figure per account, any order; null or NaN = unknown
 * @returns strictly between 0 and 1, in the order of the input; null where the figure is unknown
 * Source: mid-rank percentiles, Hazen 1914; Parzen 2004, "Quantile probability and statistical data modeling"
 * (mid-distribution function).
 * @example
 * percentileRanks([10, 30, 20, 40]) // [0.125, 0.625, 0.375, 0.875]
 * percentileRanks([5, 5, null]) // [0.5, 0.5, null]
 */
export function percentileRanks(values: ArrayLike<number | null>): (number | null)[] {
  const figures = Float64Array.from(values, (value) => value ?? Number.NaN)
  const sorted = figures.filter((value) => !Number.isNaN(value)).sort()
  return Array.from(figures, (value) =>
    Number.isNaN(value) ? null : (countLower(sorted, value) + countNotAbove(sorted, value)) / (2 * sorted.length),
  )
}
