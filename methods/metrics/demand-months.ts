import { amountFromMicros } from '../arithmetic/amount-from-micros.ts'
import { monthIndex } from '../calendar/month-index.ts'

/** What bounds the months of demand; days since 1970-01-01. */
export interface DemandWindow {
  readonly asOf: number
  /** Day of the first sale or return of the whole data set. */
  readonly firstDay: number
  /** Day of the account's first sale line; null when it never bought. */
  readonly firstOrder: number | null
}

const monthsOfDemand = 12

/**
 * The monthly demand whose steadiness is judged: calendar months that were over when `asOf` began, at most the last
 * twelve, none before the data set's first month and none before the account's first purchase. A month with more returns
 * than sales counts as 0.
 *
 * @param monthlyRevenue net revenue per calendar month in micro-units, oldest first, ending with the month of the day
 * before `asOf`, as `monthlySeries` gives it; thirteen months or more
 * @returns at most twelve amounts in whole units, oldest first; none for an account that never bought
 * @throws RangeError when `monthlyRevenue` is too short
 * @example
 * demandMonths([...Array(11).fill(0n), 3_000_000n, 5_000_000n], { asOf: dayFromIso('2024-03-01'), firstDay: 0, firstOrder: dayFromIso('2024-01-15') }) // [3, 5]
 */
export function demandMonths(monthlyRevenue: readonly bigint[], window: DemandWindow): number[] {
  const { asOf, firstDay, firstOrder } = window
  if (monthlyRevenue.length < monthsOfDemand + 1) {
    throw new RangeError(`monthlyRevenue.length must be at least ${monthsOfDemand + 1}, got ${monthlyRevenue.length}`)
  }
  if (firstOrder === null) return []
  const newestComplete = monthIndex(asOf) - 1
  const oldest = Math.max(newestComplete - monthsOfDemand + 1, monthIndex(firstDay), monthIndex(firstOrder))
  const seriesStart = monthIndex(asOf - 1) - monthlyRevenue.length + 1
  return monthlyRevenue
    .slice(oldest - seriesStart, Math.max(oldest, newestComplete + 1) - seriesStart)
    .map((revenue) => Math.max(0, amountFromMicros(revenue)))
}
