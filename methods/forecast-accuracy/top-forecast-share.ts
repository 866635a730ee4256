import { requireSameLength } from '../arguments/require-same-length.ts'
import { requireFraction } from '../special-functions/require-fraction.ts'

/**
 * Share of what really came that came from the customers with the highest forecasts.
 *
 * Customers of equal forecasts at the edge count in part, all alike: nothing depends on their order.
 *
 * @param forecast one per customer, finite
 * @param actual in the same order, at least 0
 * @param options `top`: the share of the customers, between 0 and 1
 * @returns 0 to 1; null where nothing came
 * @throws RangeError when the columns differ in length or the share is out of range
 * @example
 * topForecastShare([9, 1, 1, 1], [6, 2, 1, 1], { top: 0.25 }) // 0.6
 * topForecastShare([1, 1], [4, 0], { top: 0.5 }) // 0.5
 * topForecastShare([1], [0], { top: 0.1 }) // null
 * topForecastShare([1], [0], { top: 2 }) // throws RangeError
 */
export function topForecastShare(
  forecast: ArrayLike<number>,
  actual: ArrayLike<number>,
  options: { readonly top: number },
): number | null {
  requireSameLength('actual', { expected: forecast.length, actual: actual.length })
  const places = requireFraction('top', options.top) * forecast.length
  const sorted = Float64Array.from(forecast).toSorted()
  const edge = sorted[Math.max(0, sorted.length - Math.ceil(places))] ?? 0
  const sums = { all: 0, above: 0, atEdge: 0 }
  let countAbove = 0
  let countAtEdge = 0
  for (let i = 0; i < forecast.length; i++) {
    const expected = forecast[i] ?? 0
    const came = actual[i] ?? 0
    sums.all += came
    if (expected > edge) {
      sums.above += came
      countAbove++
    } else if (expected === edge) {
      sums.atEdge += came
      countAtEdge++
    }
  }
  if (sums.all <= 0) return null
  const part = Math.max(0, Math.min(1, (places - countAbove) / countAtEdge))
  return Math.min(1, (sums.above + part * sums.atEdge) / sums.all)
}
