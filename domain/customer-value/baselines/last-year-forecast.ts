import type { AccountPurchases } from '../purchases/account-purchases.ts'
import type { KnownHistories } from '../purchases/known-histories.ts'
import { purchasesBetween } from '../purchases/purchases-between.ts'

const yearDays = 365.25
/** What a younger account did is not scaled up from less than a quarter of a year. */
const shortestDays = yearDays / 4

/**
 * The forecast of a person without a model: what an account bought in the last 12 months, again. Of an account younger
 * than that, its repeat purchases over its age, at least a quarter of a year.
 */
export function lastYearForecast(
  purchases: AccountPurchases,
  known: KnownHistories,
  period: { readonly until: number; readonly days: number },
): Float64Array {
  const { until, days } = period
  const lastYear = purchasesBetween(purchases, known.accounts, { after: until - yearDays, until })
  return lastYear.map((count, row) => {
    const age = until - (known.firstDays[row] ?? until)
    if (age >= yearDays) return (count * days) / yearDays
    return ((known.histories.purchases[row] ?? 0) * days) / Math.max(shortestDays, age)
  })
}
