import { requireFiniteValues } from '../arguments/require-finite-values.ts'
import { sampleMedian } from './sample-median.ts'

/**
 * The median slope between values of the same season: the change from one step to the next without what seasons do.
 *
 * @param values one for each step of time
 * @param options `period`: steps in a season
 * @returns NaN where there is no second value of any season
 * @throws RangeError naming a value that is not finite, or the period below 1
 * Source: Hirsch, Slack and Smith 1982, "Techniques of trend analysis for monthly water quality data".
 * @example
 * seasonalSlope([1, 50, 3, 52], { period: 2 }) // 1
 * seasonalSlope([1], { period: 2 }) // NaN
 * seasonalSlope([1], { period: 0 }) // throws RangeError
 */
export function seasonalSlope(values: ArrayLike<number>, { period }: { readonly period: number }): number {
  requireFiniteValues('values', values)
  if (!Number.isInteger(period) || period < 1) throw new RangeError(`period must be at least 1, got ${period}`)
  const slopes: number[] = []
  for (let i = 0; i < values.length; i++) {
    for (let j = i + period; j < values.length; j += period) {
      slopes.push(((values[j] ?? 0) - (values[i] ?? 0)) / (j - i))
    }
  }
  return sampleMedian(slopes)
}
