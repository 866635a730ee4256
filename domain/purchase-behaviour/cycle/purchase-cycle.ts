import { cycleStatuses, type PurchaseCycle } from '@vitalfew/contract/purchase-behaviour.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { pooledLogVariance } from '@vitalfew/methods/purchase-cycle/pooled-log-variance.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { BehaviourRequest } from '../behaviour-scope.ts'
import { accountWords } from '../named-accounts.query.ts'
import { calendarPatterns } from './calendar-patterns.ts'
import { cycleAccounts, cycleStatusCounts, gapBars, gapSummary } from './cycle.query.ts'
import { salesDays } from './sales-days.query.ts'

/** When accounts buy: the gaps between their purchases, who is due or overdue, and which days of the year are strong. */
export async function purchaseCycle(
  warehouse: Warehouse,
  { scope, currency, calendar: own = [], listed }: BehaviourRequest & { readonly listed: number },
): Promise<PurchaseCycle> {
  const [gaps] = await warehouse.rows(gapSummary, { ...scope, bars: [...gapBars] })
  const pooled = gaps?.pooled ?? pooledLogVariance([])
  const statuses = await warehouse.rows(cycleStatusCounts, { ...scope, pooled })
  const accounts = await dueAccounts(warehouse, { scope, pooled, limit: listed })
  const calendar = calendarPatterns(await warehouse.rows(salesDays, scope), own)
  return {
    asOf: scope.asOf,
    currency,
    accounts: gaps?.accounts ?? 0,
    repeatAccounts: gaps?.repeatAccounts ?? 0,
    gaps: gaps === undefined || gaps.gapCount === 0 ? null : quantilesOf(gaps.gapCount, gaps.quantiles),
    histogram: gapBars
      .map((to, bar): PurchaseCycle['histogram'][number] => ({
        from: (gapBars[bar - 1] ?? 0) + 1,
        to,
        count: gaps?.histogram[bar] ?? 0,
      }))
      .concat({ from: (gapBars.at(-1) ?? 0) + 1, to: null, count: gaps?.histogram[gapBars.length] ?? 0 }),
    spread: Math.sqrt(pooled),
    statuses: cycleStatuses.map(
      (status) => statuses.find((row) => row.status === status) ?? { status, accounts: 0, revenueLast12Months: 0 },
    ),
    listed: accounts,
    calendar: calendar ?? { from: scope.asOf, to: scope.asOf, weekdays: [], months: [], hours: null, festivals: [] },
  }
}

function quantilesOf(count: number, quantiles: readonly (number | null)[]): PurchaseCycle['gaps'] {
  const [lower10 = 0, lower25 = 0, median = 0, upper25 = 0, upper10 = 0] = quantiles.map(Number)
  return { count, lower10, lower25, median, upper25, upper10 }
}

async function dueAccounts(
  warehouse: Warehouse,
  { scope, pooled, limit }: Pick<BehaviourRequest, 'scope'> & { readonly pooled: number; readonly limit: number },
): Promise<PurchaseCycle['listed']> {
  const rows = await warehouse.rows(cycleAccounts, { ...scope, pooled, limit, statuses: ['overdue', 'due'] })
  const wordsOf = await accountWords(warehouse, { scope, keys: rows.map(({ key }) => key) })
  const today = dayFromIso(scope.asOf)
  return rows.map(({ key, status, gaps, medianGapDays, spread, lastDay, revenueLast12Months, ...days }) => ({
    ...wordsOf(key),
    status,
    gaps,
    medianGapDays,
    spread,
    lastOrder: isoFromDay(lastDay),
    silenceDays: today - lastDay,
    cycles: (today - lastDay) / medianGapDays,
    expected: isoFromDay(days.expectedDay),
    from: isoFromDay(days.fromDay),
    to: isoFromDay(days.toDay),
    revenueLast12Months,
  }))
}
