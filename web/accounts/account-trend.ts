import type { AccountPage } from '@vitalfew/contract/api/account-page.ts'
import { prepareTrend, type Trend } from '../metrics/prepare-trend.ts'

/** An account's months: the last 24, or as many as there are; profit only where it is known for some month. */
export function accountTrend(page: Pick<AccountPage, 'months' | 'run' | 'row'>): Trend {
  const months = page.months.slice(-24)
  const knowsProfit = months.some(({ grossProfit }) => grossProfit !== null)
  return prepareTrend({
    months: months.map(({ month }) => month),
    revenue: months.map(({ netRevenue }) => netRevenue),
    grossProfit: knowsProfit ? months.map(({ grossProfit }) => grossProfit ?? 0) : null,
    firstOrder: page.row.firstOrder,
    asOf: page.run.asOf,
  })
}
