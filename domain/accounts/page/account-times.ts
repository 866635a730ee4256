import type { timeGrains } from '@vitalfew/contract/api/account-page.ts'
import { addMonths } from '@vitalfew/methods/calendar/add-months.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import type { Viewer } from '../../access/index.ts'
import { readSettings } from '../../settings/index.ts'
import type { AccountSources } from '../list/selected-accounts.ts'
import { lineParameters, linesOfAccount } from './account-lines.ts'
import { cutColumns, type SalesCut } from './sales-cuts.ts'
import { type AccountWanted, visibleAccount } from './visible-account.ts'

export type TimeGrain = (typeof timeGrains)[number]

export interface AccountTimes extends AccountWanted {
  readonly grain: TimeGrain
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly cut?: SalesCut | undefined
  readonly value?: string | undefined
}

const monthsOf: Readonly<Record<TimeGrain, number>> = { month: 1, quarter: 3, year: 12 }

/**
 * What an account bought, or of it one value of a cut, by months, or by quarters or years of the workspace's fiscal year.
 * Periods without sales lie between the others with nothing in them.
 */
export async function accountTimes(viewer: Viewer, sources: AccountSources, request: AccountTimes) {
  const { run, key, seesProfit } = await visibleAccount(viewer, sources, request)
  const { fiscalYearStartMonth } = await readSettings(sources.database)
  const months = monthsOf[request.grain]
  const { from = '', to = '', value = '' } = request
  const parameters = { ...lineParameters(run, key), from, to, value, months, fiscalStart: fiscalYearStartMonth }
  const found = await sources.warehouse.rows(periodsOf(request), parameters)
  const periods = withGaps(found, { months, asOf: run.as_of })
  return {
    periods: periods.map((period) => ({ ...period, grossProfit: seesProfit ? period.grossProfit : null })),
    fiscalYearStartMonth,
  }
}

const Found = z.object({
  begins: z.iso.date(),
  netRevenue: z.number(),
  grossProfit: z.number().nullable(),
  returns: z.number(),
  orders: z.int(),
  lines: z.int(),
})

function periodsOf({ from, to, cut, value }: AccountTimes) {
  const conditions = [
    ...(from === undefined ? [] : ['l.day >= toDate32({from:String})']),
    ...(to === undefined ? [] : ['l.day <= toDate32({to:String})']),
    ...(cut === undefined || value === undefined ? [] : [`${cutColumns[cut]} = {value:String}`]),
  ]
  return defineQuery({
    name: 'account-times',
    parameters: z.record(z.string(), z.unknown()),
    row: Found,
    sql: `
SELECT toString(addMonths(toStartOfMonth(l.day),
    -toInt32(modulo(toMonth(l.day) + 12 - {fiscalStart:UInt8}, {months:UInt8})))) AS begins,
  toFloat64(sum(l.net_revenue)) AS netRevenue, toFloat64(sumOrNull(l.gross_profit)) AS grossProfit,
  toFloat64(-sumIf(l.net_revenue, l.kind = 'return')) AS returns,
  uniqExactIf(if(l.order_number = '', toString(l.day), l.order_number), l.kind = 'sale') AS orders, count() AS lines
${linesOfAccount} AND l.kind != 'cancelled'${conditions.map((condition) => ` AND ${condition}`).join('')}
GROUP BY begins
ORDER BY begins`,
  })
}

type FoundPeriod = z.output<typeof Found>

/** Every period from the first with sales to the last, each with its days. */
function withGaps(found: readonly FoundPeriod[], { months, asOf }: { readonly months: number; readonly asOf: string }) {
  const first = found[0]
  const last = found.at(-1)
  if (first === undefined || last === undefined) return []
  const byDay = new Map(found.map((period) => [period.begins, period]))
  const starts: string[] = []
  const begin = dayFromIso(first.begins)
  for (let step = 0; (starts.at(-1) ?? '') < last.begins; step += 1) {
    starts.push(isoFromDay(addMonths(begin, step * months)))
  }
  return starts.map((from) => {
    const { begins: _begins, ...figures } = byDay.get(from) ?? { ...nothing, begins: from }
    const next = addMonths(dayFromIso(from), months)
    return { from, to: isoFromDay(next - 1), ...figures, isComplete: next <= dayFromIso(asOf) }
  })
}

const nothing = { netRevenue: 0, grossProfit: null, returns: 0, orders: 0, lines: 0 }
