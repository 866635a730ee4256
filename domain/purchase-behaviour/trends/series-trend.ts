import type { SalesTrend } from '@vitalfew/contract/purchase-trends.ts'
import { firstDayOfMonth } from '@vitalfew/methods/calendar/first-day-of-month.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { seasonalStrength } from '@vitalfew/methods/seasonality/seasonal-strength.ts'
import { stl } from '@vitalfew/methods/seasonality/stl.ts'
import { changePoints } from '@vitalfew/methods/trend/change-points.ts'
import { mannKendall } from '@vitalfew/methods/trend/mann-kendall.ts'
import { seasonalSlope } from '@vitalfew/methods/trend/seasonal-slope.ts'
import { theilSen } from '@vitalfew/methods/trend/theil-sen.ts'
import type { MonthlySeries } from './read-series.ts'

const year = 12
/** A season weaker than this is noise. */
const leastStrength = 0.4

/** Months with sales below which a series is not tested. */
export const leastMonths = 6

/**
 * What a series does: from two years on, months are compared with the same months of other years and the season is taken
 * off before levels are looked at; below, all months with each other.
 */
export function seriesTrend(
  { values, names, revenue }: MonthlySeries,
  { first }: { readonly first: number },
): Omit<SalesTrend, 'qValue' | 'direction'> {
  const isLong = revenue.length >= 2 * year
  const period = isLong ? year : 1
  const { tau, pValue } = mannKendall(revenue, { period })
  const line = theilSen(revenue)
  const slope = isLong ? seasonalSlope(revenue, { period: year }) : line.slope
  const parts = isLong ? stl(revenue, { period: year }) : null
  const strength = parts === null ? null : seasonalStrength(parts)
  const isSeasonal = parts !== null && strength !== null && strength >= leastStrength
  const free = isSeasonal ? revenue.map((value, i) => value - (parts.seasonal[i] ?? 0)) : revenue
  const sum = (from: number, to: number): number =>
    revenue.subarray(Math.max(0, from), Math.max(0, to)).reduce((total, value) => total + value, 0)
  const end = revenue.length
  const recent = sum(end - year, end)
  return {
    values: [...values],
    names: [...names],
    revenueLast12Months: recent,
    revenuePrior12Months: sum(end - 2 * year, end - year),
    level: recent / Math.min(year, Math.max(1, end)),
    slopePerYear: slope * year,
    lower: isLong ? null : line.lower * year,
    upper: isLong ? null : line.upper * year,
    tau,
    pValue,
    seasonalStrength: strength,
    peakMonth: isSeasonal ? peakOf(parts.seasonal, first) : null,
    changePoints: changePoints(free).map(({ at, before, after }) => ({
      month: isoFromDay(firstDayOfMonth(first + at)),
      before,
      after,
    })),
    months: [...revenue],
  }
}

/** The month of the year, from 1, whose season is highest in the last year. */
function peakOf(seasonal: Float64Array, first: number): number {
  const from = seasonal.length - year
  const last = [...seasonal.subarray(from)]
  return ((first + from + last.indexOf(Math.max(...last))) % year) + 1
}
