import { requireFiniteValues } from '../arguments/require-finite-values.ts'
import type { PurchaseHistory } from './purchase-histories.ts'

/**
 * The history of one customer from the times of the purchases.
 *
 * Equal times count as one purchase. Purchases after the end of observation are not part of the history.
 *
 * @param times in any order and unit; with days, all purchases of a day are one
 * @param observation `until`: its end in the same time scale; `unit`: times per unit of the result, e.g. 7 for weeks
 *   from days, 1 where absent
 * @returns null for a customer without a purchase up to then
 * @throws RangeError naming the first time that is not finite, or a unit that is not above 0
 * Source: Fader, Hardie and Lee 2005, "Counting your customers the easy way", for the statistics.
 * @example
 * summarizePurchases([17, 3, 10, 3, 40], { until: 31, unit: 7 }) // { purchases: 2, recency: 2, age: 4, logGaps: 0 }
 * summarizePurchases([5], { until: 4 }) // null
 * summarizePurchases([NaN], { until: 4 }) // throws RangeError
 */
export function summarizePurchases(
  times: ArrayLike<number>,
  observation: { readonly until: number; readonly unit?: number },
): PurchaseHistory | null {
  const { until, unit = 1 } = observation
  if (!(unit > 0)) throw new RangeError(`unit must be above 0, got ${unit}`)
  requireFiniteValues('times', times)
  const ascending = Float64Array.from(times)
    .filter((time) => time <= until)
    .sort()
  const first = ascending[0]
  if (first === undefined) return null

  let purchases = 0
  let logGaps = 0
  let last = first
  for (const time of ascending) {
    if (time === last) continue
    purchases++
    logGaps += Math.log((time - last) / unit)
    last = time
  }
  return { purchases, recency: (last - first) / unit, age: (until - first) / unit, logGaps }
}
