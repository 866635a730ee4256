import { type TrendCut, trendCuts } from '@vitalfew/contract/purchase-trends.ts'
import { civilFromDay } from '@vitalfew/methods/calendar/civil-from-day.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { monthIndex } from '@vitalfew/methods/calendar/month-index.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { BehaviourRequest } from '../behaviour-scope.ts'
import { accountWords } from '../named-accounts.query.ts'
import { monthlySeries, seriesExtent } from './monthly-series.query.ts'

export interface MonthlySeries {
  readonly values: readonly string[]
  readonly names: readonly string[]
  readonly revenue: Float64Array
  readonly units: Float64Array
}

export interface KnownSeries {
  readonly cuts: readonly TrendCut[]
  /** Number of the first and the last whole month; the last is below the first where there is none. */
  readonly first: number
  readonly last: number
  readonly hasUnits: boolean
  readonly keyAccounts: number
  readonly total: MonthlySeries | null
  readonly series: readonly MonthlySeries[]
}

export interface SeriesRequest extends BehaviourRequest {
  /** What sales are told apart by, two at most; chosen where empty. */
  readonly cuts: readonly TrendCut[]
  readonly limit: number
  readonly keyShare?: number
  /** Chosen instead of two cuts where none are asked for. */
  readonly wished?: readonly TrendCut[]
}

/** A first month that sales begin in on a later day is not whole. */
const latestFirstDay = 5
const mostDaysMissing = 2

/** Sales month by month, told apart by cuts: whole months only, the largest series of the last year. */
export async function readSeries(warehouse: Warehouse, request: SeriesRequest): Promise<KnownSeries> {
  const { scope, limit, keyShare = 1 } = request
  const [extent] = await warehouse.rows(seriesExtent, { ...scope, keyShare })
  if (extent === undefined || extent.lines === 0) {
    return { cuts: request.cuts, first: 0, last: -1, hasUnits: false, keyAccounts: 0, total: null, series: [] }
  }
  const cuts = request.cuts.length > 0 ? request.cuts.slice(0, 2) : chosenCuts(extent.distinct, request.wished)
  const begin = monthIndex(extent.firstDay)
  const months = {
    first: civilFromDay(extent.firstDay).dayOfMonth <= latestFirstDay ? begin : begin + 1,
    // The month that the day of the run lies in is not over, but for a last day or two without sales.
    last: monthIndex(dayFromIso(scope.asOf) + mostDaysMissing) - 1,
  }
  const [first = 'none', second = 'none'] = cuts
  const asked = { ...scope, keyShare }
  const whole = await warehouse.rows(monthlySeries, { ...asked, first: 'none', second: 'none', limit: 1 })
  const rows = first === 'none' ? [] : await warehouse.rows(monthlySeries, { ...asked, first, second, limit })
  const wordsOf = await accountNames(warehouse, { scope, rows, cuts })
  return {
    cuts,
    ...months,
    hasUnits: extent.linesWithUnits > extent.lines / 2,
    keyAccounts: extent.keyAccounts,
    total: whole[0] === undefined ? null : { values: [], names: [], ...filled(whole[0], months) },
    series: rows.map((row) => {
      const values = [row.first, row.second].slice(0, cuts.length)
      const names = values.map((value, cut) => {
        if (cuts[cut] === 'account') return wordsOf(value)
        return cuts[cut] === 'product' && row.label !== '' ? row.label : value
      })
      return { values, names, ...filled(row, months) }
    }),
  }
}

/** Where and what: the first cut by place or organisation that tells sales apart, with the category or the product. */
function chosenCuts(distinct: readonly number[], wished: readonly TrendCut[] | undefined): TrendCut[] {
  const isTelling = (cut: TrendCut): boolean => (distinct[trendCuts.indexOf(cut)] ?? 0) > 1
  const preferred = wished?.filter(isTelling)
  if (preferred !== undefined && preferred.length > 0) return preferred.slice(0, 1)
  const where = (['department', 'region', 'channel'] as const).find(isTelling)
  const what = (['category', 'product'] as const).find(isTelling)
  return [where, what].flatMap((cut) => cut ?? [])
}

async function accountNames(
  warehouse: Warehouse,
  {
    scope,
    rows,
    cuts,
  }: Pick<BehaviourRequest, 'scope'> & {
    readonly rows: readonly { readonly first: string; readonly second: string }[]
    readonly cuts: readonly TrendCut[]
  },
): Promise<(key: string) => string> {
  const at = cuts.indexOf('account')
  if (at < 0) return (key) => key
  const keys = rows.map(({ first, second }) => (at === 0 ? first : second))
  const wordsOf = await accountWords(warehouse, { scope, keys })
  return (key) => {
    const { account, accountName } = wordsOf(key)
    return accountName === '' ? account : accountName
  }
}

/** Months without sales are months of nothing. */
function filled(
  row: { readonly months: readonly number[]; readonly revenue: readonly number[]; readonly units: readonly number[] },
  { first, last }: { readonly first: number; readonly last: number },
): Pick<MonthlySeries, 'revenue' | 'units'> {
  const length = Math.max(0, last - first + 1)
  const [revenue, units] = [new Float64Array(length), new Float64Array(length)]
  row.months.forEach((month, i) => {
    if (month < first || month > last) return
    revenue[month - first] = row.revenue[i] ?? 0
    units[month - first] = row.units[i] ?? 0
  })
  return { revenue, units }
}
