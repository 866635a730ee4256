import type { PurchaseTrends, SalesTrend, TrendCut } from '@vitalfew/contract/purchase-trends.ts'
import { firstDayOfMonth } from '@vitalfew/methods/calendar/first-day-of-month.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { benjaminiHochberg } from '@vitalfew/methods/significance/benjamini-hochberg.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { BehaviourRequest } from '../behaviour-scope.ts'
import { readSeries } from './read-series.ts'
import { leastMonths, seriesTrend } from './series-trend.ts'

export interface TrendsRequest extends BehaviourRequest {
  readonly cuts: readonly TrendCut[]
  readonly listed: number
  /** Series tested, the largest of the last year; 1,000 where absent. */
  readonly tested?: number
}

const mostSeries = 1_000
/** The last ten years at most, so that the work stays bounded. */
const mostMonths = 120
const significance = 0.05

/** What rises and what falls, the money that moves first. Tests are corrected for how many series were looked at. */
export async function purchaseTrends(warehouse: Warehouse, request: TrendsRequest): Promise<PurchaseTrends> {
  const { scope, currency, cuts, listed } = request
  const known = await readSeries(warehouse, { scope, currency, cuts, limit: request.tested ?? mostSeries })
  const cut = Math.max(0, known.last - known.first + 1 - mostMonths)
  const first = known.first + cut
  const shortened = known.series.map((series) => ({ ...series, revenue: series.revenue.subarray(cut) }))
  const tested = shortened.filter(({ revenue }) => revenue.filter((value) => value !== 0).length >= leastMonths)
  const total = known.total === null ? null : { ...known.total, revenue: known.total.revenue.subarray(cut) }
  const trends = judged(tested.map((series) => seriesTrend(series, { first })))
  const isTotalKnown = total !== null && total.revenue.length >= leastMonths
  return {
    asOf: scope.asOf,
    currency,
    cuts: [...known.cuts],
    from: isoFromDay(firstDayOfMonth(first)),
    to: isoFromDay(firstDayOfMonth(Math.max(first, known.last))),
    monthCount: Math.max(0, known.last - first + 1),
    tested: tested.length,
    untested: known.series.length - tested.length,
    rising: trends.filter(({ direction }) => direction === 'rising').length,
    falling: trends.filter(({ direction }) => direction === 'falling').length,
    total: isTotalKnown ? (judged([seriesTrend(total, { first })])[0] ?? null) : null,
    series: trends.toSorted(byMoneyThatMoves).slice(0, listed),
  }
}

function judged(trends: readonly Omit<SalesTrend, 'qValue' | 'direction'>[]): SalesTrend[] {
  const adjusted = benjaminiHochberg(trends.map(({ pValue }) => pValue))
  return trends.map((trend, index) => {
    const qValue = adjusted[index] ?? 1
    const isTrend = qValue < significance && trend.slopePerYear !== 0
    return { ...trend, qValue, direction: !isTrend ? 'flat' : trend.slopePerYear > 0 ? 'rising' : 'falling' }
  })
}

/** What surely moves first, and then by how much money a year. */
function byMoneyThatMoves(one: SalesTrend, other: SalesTrend): number {
  const isFlat = (trend: SalesTrend): number => Number(trend.direction === 'flat')
  return isFlat(one) - isFlat(other) || Math.abs(other.slopePerYear) - Math.abs(one.slopePerYear)
}
