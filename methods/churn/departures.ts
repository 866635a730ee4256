import { requireInteger } from '../arguments/require-integer.ts'
import { fewestPurchaseDays } from '../lifecycle/portfolio-cycle.ts'
import { median } from '../metrics/median.ts'
import { orderGaps } from '../metrics/order-gaps.ts'
import { silenceLimit } from './silence-limit.ts'

/** One time an account went away. Days since 1970-01-01. */
export interface Departure {
  /** Its last purchase before the silence. */
  readonly quietSince: number
  /** The first day on which its silence had passed the limit when the day began. */
  readonly goneOn: number
  /** The purchase with which it came back; null where it has not. */
  readonly returnedOn: number | null
}

const shortestCycle = 7

/**
 * When an account went away, and came back.
 *
 * After each purchase it is judged by the rhythm it had shown until then (the median of the gaps so far, at least 7 days;
 * none before the third purchase), so that nothing that happens later changes that it was gone, or when.
 *
 * @param purchaseDays distinct days with a sale, strictly ascending, all before asOf
 * @param context `asOf`: what was known when this day began counts
 * @returns oldest first; only the last can be without a return
 * @throws RangeError when the days do not ascend or do not lie before asOf
 * Source: the definition of this product.
 * @example
 * departures([0, 30, 60], { asOf: 301 }) // [{ quietSince: 60, goneOn: 301, returnedOn: null }]
 * departures([0, 30, 60], { asOf: 300 }) // []
 * departures([0, 400], { asOf: 410 }) // [{ quietSince: 0, goneOn: 366, returnedOn: 400 }]
 * departures([5], { asOf: 5 }) // throws RangeError
 */
export function departures(purchaseDays: readonly number[], { asOf }: { readonly asOf: number }): Departure[] {
  requireInteger('asOf', asOf)
  const last = purchaseDays.at(-1)
  if (last !== undefined && last >= asOf) throw new RangeError(`purchaseDays must lie before asOf ${asOf}, got ${last}`)
  const gaps = orderGaps(purchaseDays)
  return purchaseDays.flatMap((day, index) => {
    const next = purchaseDays[index + 1] ?? null
    const goneOn = day + Math.floor(silenceLimit(cycleSoFar(gaps, index))) + 1
    return goneOn <= (next ?? asOf) ? [{ quietSince: day, goneOn, returnedOn: next }] : []
  })
}

/** The rhythm known with a purchase: of the gaps before it. */
function cycleSoFar(gaps: readonly number[], purchase: number): number | null {
  if (purchase + 1 < fewestPurchaseDays) return null
  return Math.max(shortestCycle, median(gaps.slice(0, purchase)) ?? shortestCycle)
}
