import { requireSameLength } from '../arguments/require-same-length.ts'

/**
 * Mean absolute difference of forecasts and outcomes.
 *
 * @param forecast one per customer
 * @param actual in the same order
 * @returns 0 where there is nobody
 * @throws RangeError when the columns differ in length
 * @example
 * meanAbsoluteError([1, 2], [1, 4]) // 1
 * meanAbsoluteError([], []) // 0
 * meanAbsoluteError([1], []) // throws RangeError
 */
export function meanAbsoluteError(forecast: ArrayLike<number>, actual: ArrayLike<number>): number {
  requireSameLength('actual', { expected: forecast.length, actual: actual.length })
  let sum = 0
  for (let i = 0; i < forecast.length; i++) sum += Math.abs((forecast[i] ?? 0) - (actual[i] ?? 0))
  return forecast.length === 0 ? 0 : sum / forecast.length
}
