import { requireFiniteValues } from '../arguments/require-finite-values.ts'
import { normalDistribution } from '../special-functions/normal-distribution.ts'
import { tieVariance } from './tie-variance.ts'

export interface TrendTest {
  /** Pairs that rise less pairs that fall. */
  readonly s: number
  readonly variance: number
  readonly z: number
  /** Two-sided, by the normal distribution with a correction for continuity. */
  readonly pValue: number
  /** s by the number of pairs compared, from −1 to 1. */
  readonly tau: number
}

/**
 * Whether values tend to rise or to fall, whatever their distribution; with `period`, values of the same season alone
 * are compared (the seasonal Kendall test), so that a season is no trend.
 *
 * @param values one for each step of time
 * @param options `period`: steps in a season, 1 where absent
 * @returns p-value 1 where nothing can be compared
 * @throws RangeError naming a value that is not finite, or the period below 1
 * Source: Mann 1945; Kendall 1975; Hirsch, Slack and Smith 1982 for seasons.
 * @example
 * mannKendall([1, 2, 3, 4, 5]).s // 10
 * mannKendall([1, 9, 2, 10], { period: 2 }).s // 2
 * mannKendall([3, 3, 3]).pValue // 1
 * mannKendall([Number.NaN]) // throws RangeError
 */
export function mannKendall(values: ArrayLike<number>, options: { readonly period?: number } = {}): TrendTest {
  requireFiniteValues('values', values)
  const { period = 1 } = options
  if (!Number.isInteger(period) || period < 1) throw new RangeError(`period must be at least 1, got ${period}`)
  let [s, variance, pairs] = [0, 0, 0]
  for (let season = 0; season < period; season++) {
    const own: number[] = []
    for (let i = season; i < values.length; i += period) own.push(values[i] ?? 0)
    for (let i = 0; i < own.length; i++) {
      for (let j = i + 1; j < own.length; j++) s += Math.sign((own[j] ?? 0) - (own[i] ?? 0))
    }
    variance += tieVariance(own)
    pairs += (own.length * (own.length - 1)) / 2
  }
  const z = variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance)
  return { s, variance, z, pValue: Math.min(1, 2 * normalDistribution(-Math.abs(z))), tau: pairs === 0 ? 0 : s / pairs }
}
