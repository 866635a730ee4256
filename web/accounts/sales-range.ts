/** Days that sales are looked at by; both are part of it, and without one there is no end on that side. */
export interface SalesRange {
  from?: string
  to?: string
}

export const rangeNames = ['last12Months', 'thisYear', 'lastYear', 'all'] as const
export type RangeName = (typeof rangeNames)[number]

interface Calendar {
  /** The day the run stands on: the day before is the last it knows. */
  asOf: string
  /** 1 to 12: where the company's year begins. */
  fiscalYearStartMonth: number
}

/**
 * The days that a name stands for. Years are those of the company.
 *
 * @example
 * salesRange('thisYear', { asOf: '2025-06-30', fiscalYearStartMonth: 4 }) // { from: '2025-04-01', to: '2025-06-29' }
 */
export function salesRange(name: RangeName, { asOf, fiscalYearStartMonth }: Calendar): SalesRange {
  const last = dayBefore(asOf)
  const year = fiscalYear(last, fiscalYearStartMonth)
  const begins = (inYear: number) => `${inYear}-${String(fiscalYearStartMonth).padStart(2, '0')}-01`
  switch (name) {
    case 'last12Months':
      return { from: yearBefore(asOf), to: last }
    case 'thisYear':
      return { from: begins(year), to: last }
    case 'lastYear':
      return { from: begins(year - 1), to: dayBefore(begins(year)) }
    case 'all':
      return {}
  }
}

/** The name of some days, where they have one. */
export function rangeName(range: SalesRange, calendar: Calendar): RangeName | null {
  const isSame = (name: RangeName) => {
    const named = salesRange(name, calendar)
    return named.from === range.from && named.to === range.to
  }
  return rangeNames.find(isSame) ?? null
}

/** The calendar year in which the company's year of a day began. */
export function fiscalYear(day: string, startMonth: number): number {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return month >= startMonth ? year : year - 1
}

/** The same day a year before; the 29th of February becomes the 28th. */
export function yearBefore(day: string): string {
  const shifted = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  return shifted.endsWith('-02-29') ? shifted.replace(/29$/, '28') : shifted
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}
