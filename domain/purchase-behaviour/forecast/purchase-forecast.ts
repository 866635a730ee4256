import type { PurchaseForecast, SalesForecast, TrendCut } from '@vitalfew/contract/purchase-trends.ts'
import { firstDayOfMonth } from '@vitalfew/methods/calendar/first-day-of-month.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { BehaviourRequest } from '../behaviour-scope.ts'
import { readSeries } from '../trends/read-series.ts'
import { seriesForecast } from './series-forecast.ts'

export interface ForecastRequest extends BehaviourRequest {
  readonly cuts: readonly TrendCut[]
  readonly horizonMonths: number
  /** Series forecast, the largest of the last year. */
  readonly listed: number
  /** `units` of the accounts that make four fifths of the revenue, for planning; else the revenue of all. */
  readonly demand?: boolean
}

const keyShare = 0.8
const mostMonths = 84

/** What is to come by month: the whole and its parts, each tested on its past beside repeating last year. */
export async function purchaseForecast(warehouse: Warehouse, request: ForecastRequest): Promise<PurchaseForecast> {
  const { scope, currency, horizonMonths, listed, demand = false } = request
  const known = await readSeries(warehouse, {
    scope,
    currency,
    cuts: request.cuts,
    wished: ['category', 'product'],
    limit: listed,
    keyShare: demand ? keyShare : 1,
  })
  const measure = demand && known.hasUnits ? 'units' : 'revenue'
  const cut = Math.max(0, known.last - known.first + 1 - mostMonths)
  const first = known.first + cut
  // A sum over different products says nothing in units.
  const all = [...(known.total === null || measure === 'units' ? [] : [known.total]), ...known.series]
  const found = all.flatMap((series): SalesForecast[] => {
    const forecast = seriesForecast(series[measure].subarray(cut), {
      first,
      horizonMonths,
      isPositive: measure === 'units',
    })
    return forecast === null ? [] : [{ values: [...series.values], names: [...series.names], ...forecast }]
  })
  return {
    asOf: scope.asOf,
    currency,
    measure,
    keyAccounts: demand ? known.keyAccounts : null,
    cuts: [...known.cuts],
    from: isoFromDay(firstDayOfMonth(first)),
    to: isoFromDay(firstDayOfMonth(Math.max(first, known.last))),
    horizonMonths,
    series: found,
    leftOut: all.length - found.length,
    comparison: comparisonOf(found.filter(({ values }) => values.length > 0)),
  }
}

/** How the forecast did beside repeating last year, over the parts; the whole is not one of them. */
function comparisonOf(series: readonly SalesForecast[]): PurchaseForecast['comparison'] {
  const tested = series.flatMap(({ backtest, names }) => (backtest === null ? [] : [{ ...backtest, names }]))
  const sum = (error: (test: (typeof tested)[number]) => number): number =>
    tested.reduce((total, test) => total + error(test), 0)
  const losing = tested.filter(({ combined, seasonalNaive }) => {
    return combined.meanAbsoluteError > seasonalNaive.meanAbsoluteError
  })
  return {
    series: tested.length,
    better: tested.length - losing.length,
    error: sum(({ combined }) => combined.meanAbsoluteError),
    etsError: sum(({ ets }) => ets.meanAbsoluteError),
    seasonalNaiveError: sum(({ seasonalNaive }) => seasonalNaive.meanAbsoluteError),
    losing: losing.map(({ names }) => names.join(' · ')),
  }
}
