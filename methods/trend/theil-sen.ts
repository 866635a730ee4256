import { requireFiniteValues } from '../arguments/require-finite-values.ts'
import { normalQuantile } from '../special-functions/normal-quantile.ts'
import { sampleMedian } from './sample-median.ts'
import { tieVariance } from './tie-variance.ts'

export interface TrendLine {
  /** Change from one value to the next. */
  readonly slope: number
  /** 95 % limits of the slope (Sen). */
  readonly lower: number
  readonly upper: number
  /** Value of the line at the first point. */
  readonly intercept: number
}

/**
 * The median of the slopes between all pairs of values: a trend that up to 29 % of wild values do not bend.
 *
 * @param values one for each step of time, at least two
 * @throws RangeError when there are fewer than two values, or naming one that is not finite
 * Source: Theil 1950; Sen 1968, "Estimates of the regression coefficient based on Kendall's tau", also for the limits.
 * @example
 * theilSen([1, 2, 3, 100, 5]).slope // 1
 * theilSen([4, 4]) // { slope: 0, lower: 0, upper: 0, intercept: 4 }
 * theilSen([1]) // throws RangeError
 */
export function theilSen(values: ArrayLike<number>): TrendLine {
  requireFiniteValues('values', values)
  const n = values.length
  if (n < 2) throw new RangeError(`values must be at least two, got ${n}`)
  const slopes = new Float64Array((n * (n - 1)) / 2)
  let at = 0
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) slopes[at++] = ((values[j] ?? 0) - (values[i] ?? 0)) / (j - i)
  }
  slopes.sort()
  const slope = sampleMedian(slopes)
  const half = normalQuantile(0.975) * Math.sqrt(tieVariance(values))
  const place = (rank: number): number => slopes[Math.min(slopes.length - 1, Math.max(0, rank))] ?? slope
  return {
    slope,
    lower: Math.min(slope, place(Math.round((slopes.length - half) / 2) - 1)),
    upper: Math.max(slope, place(Math.round((slopes.length + half) / 2))),
    intercept: sampleMedian(Float64Array.from(values, (value, index) => value - slope * index)),
  }
}
