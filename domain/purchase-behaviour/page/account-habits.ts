import type { AccountHabits } from '@vitalfew/contract/api/account-habits.ts'
import { cycleStatuses } from '@vitalfew/contract/purchase-behaviour.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { firstDayOfMonth } from '@vitalfew/methods/calendar/first-day-of-month.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { pooledLogVariance } from '@vitalfew/methods/purchase-cycle/pooled-log-variance.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { BehaviourRequest } from '../behaviour-scope.ts'
import { cycleAccounts, gapBars, gapSummary } from '../cycle/cycle.query.ts'
import { salesDays } from '../cycle/sales-days.query.ts'
import { seriesForecast } from '../forecast/series-forecast.ts'
import { itemLevel } from '../items/item-level.ts'
import { itemBreadth } from '../preference/habits.query.ts'
import { readSeries } from '../trends/read-series.ts'
import { accountOfLine } from '../../metrics/index.ts'
import { narrowedWarehouse } from './narrowed-warehouse.ts'
import { ownOffers } from './own-offers.ts'
import { ownPreferences } from './own-preferences.ts'

export interface AccountAsked {
  readonly key: string
  readonly request: BehaviourRequest
}

const mostGaps = 36
const horizonMonths = 12

/** How one account buys: its rhythm, what it prefers beside others and what it leaves out, its breadth, its months. */
export async function accountHabits(warehouse: Warehouse, asked: AccountAsked): Promise<AccountHabits> {
  const { key, request } = asked
  const condition = `${accountOfLine} = toUInt64({accountKey:String})`
  const own = narrowedWarehouse(warehouse, { condition, parameters: { accountKey: key } })
  const level = await itemLevel(warehouse, { scope: request.scope, asked: undefined, wished: 'category' })
  const days = await own.rows(salesDays, request.scope)
  return {
    cycle: await cycleOf(warehouse, { own, request }),
    gaps: days
      .map(({ day }, index) => ({ day: isoFromDay(day), days: day - (days[index - 1]?.day ?? day) }))
      .slice(1)
      .slice(-mostGaps),
    preference: await ownPreferences(warehouse, { ...asked, level }),
    whitespace: await ownOffers(warehouse, asked),
    breadth: { level, quarters: await breadthOf(warehouse, { own, request, level }) },
    forecast: await forecastOf(own, request),
  }
}

interface OwnLines {
  /** Only the lines of the account. */
  readonly own: Warehouse
  readonly request: BehaviourRequest
}

async function cycleOf(warehouse: Warehouse, { own, request }: OwnLines): Promise<AccountHabits['cycle']> {
  const { scope } = request
  const [gaps] = await warehouse.rows(gapSummary, { ...scope, bars: [...gapBars] })
  const pooled = gaps?.pooled ?? pooledLogVariance([])
  const [found] = await own.rows(cycleAccounts, { ...scope, pooled, limit: 1, statuses: [...cycleStatuses] })
  if (found === undefined) return null
  const { key: _key, lastDay, expectedDay, fromDay, toDay, ...figures } = found
  const silenceDays = dayFromIso(scope.asOf) - lastDay
  return {
    ...figures,
    lastOrder: isoFromDay(lastDay),
    silenceDays,
    cycles: silenceDays / figures.medianGapDays,
    expected: isoFromDay(expectedDay),
    from: isoFromDay(fromDay),
    to: isoFromDay(toDay),
  }
}

async function breadthOf(
  warehouse: Warehouse,
  { own, request, level }: OwnLines & Pick<AccountHabits['breadth'], 'level'>,
): Promise<AccountHabits['breadth']['quarters']> {
  const parameters = { ...request.scope, level }
  const [mine, all] = await Promise.all([own.rows(itemBreadth, parameters), warehouse.rows(itemBreadth, parameters)])
  const items = new Map(mine.map(({ quarter, mean }) => [quarter, mean]))
  const since = Math.min(...items.keys())
  return all
    .filter(({ quarter }) => quarter >= since)
    .toReversed()
    .map(({ quarter, mean }) => ({
      quarter: isoFromDay(firstDayOfMonth(quarter * 3)),
      items: items.get(quarter) ?? 0,
      usual: mean,
    }))
}

async function forecastOf(own: Warehouse, request: BehaviourRequest): Promise<AccountHabits['forecast']> {
  const { total, first } = await readSeries(own, { ...request, cuts: ['category'], limit: 1 })
  const sales = total === null ? null : seriesForecast(total.revenue, { first, horizonMonths, isPositive: false })
  return sales === null ? null : { from: isoFromDay(firstDayOfMonth(first)), sales }
}
