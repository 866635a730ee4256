import type { Formats } from '../design/formats.ts'
import { fiscalYear, type SalesRange, yearBefore } from './sales-range.ts'

export type Grain = 'month' | 'quarter' | 'year'

export interface Period {
  from: string
  to: string
  netRevenue: number
  grossProfit: number | null
  returns: number
  orders: number
  lines: number
  isComplete: boolean
}

export interface PeriodLine extends Period {
  name: string
  /** Against the same period a year before; null where there was nothing then, or where one of both has not ended. */
  growth: number | null
}

export interface Periods {
  lines: PeriodLine[]
  hasProfit: boolean
}

interface Of {
  grain: Grain
  fiscalYearStartMonth: number
  format: Pick<Formats, 'month'>
  /** The first day that is looked at: what lies before is there for comparison only. */
  from?: string | undefined
}

const perYear: Record<Grain, number> = { month: 12, quarter: 4, year: 1 }

/** What is shown of an account's sales over time: a name for each period, and how it compares with a year before. */
export function preparePeriods(periods: readonly Period[], of: Of): Periods {
  const { from = '' } = of
  const lines = periods.map((period, index) => ({
    ...period,
    name: periodName(period.from, of),
    growth: growthOf(period, periods[index - perYear[of.grain]]),
  }))
  return {
    lines: lines.filter(({ to }) => to >= from),
    hasProfit: periods.some(({ grossProfit }) => grossProfit !== null),
  }
}

/** The days to ask for, so that there is something to compare with. */
export function withYearBefore(range: SalesRange): SalesRange {
  return range.from === undefined ? range : { ...range, from: yearBefore(range.from) }
}

function growthOf(period: Period, before: Period | undefined): number | null {
  if (before === undefined || !period.isComplete || before.netRevenue <= 0) return null
  return period.netRevenue / before.netRevenue - 1
}

/** 2025, or 2024/25 for a company whose year does not begin in January. */
function periodName(from: string, of: Of): string {
  const { grain, fiscalYearStartMonth: start, format } = of
  if (grain === 'month') return format.month(from)
  const year = fiscalYear(from, start)
  const name = start === 1 ? String(year) : `${year}/${String((year + 1) % 100).padStart(2, '0')}`
  const quarter = 1 + Math.floor(((Number(from.slice(5, 7)) - start + 12) % 12) / 3)
  return grain === 'year' ? name : `${name} Q${quarter}`
}
