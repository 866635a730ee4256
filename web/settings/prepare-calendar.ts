import type { CalendarDays } from '@vitalfew/contract/api/settings.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { chineseFestivals, type Festival } from '@vitalfew/methods/seasonality/chinese-festivals.ts'

export interface CalendarRow {
  readonly key: string
  readonly kind: 'festival' | 'off' | 'worked'
  /** The festivals that fall into these days. */
  readonly festivals: readonly Festival[]
  /** As the company calls them; empty for a festival that is known. */
  readonly name: string
  /** Both ends included. */
  readonly from: string
  readonly to: string
  readonly days: number
  /** Its place among the company's own days; null for a festival that is known. */
  readonly place: number | null
}

/** The holidays and working days that touch a year, by day: the known festivals, and above them what the company entered. */
export function prepareCalendar(own: readonly CalendarDays[], year: number): CalendarRow[] {
  const span = { from: dayFromIso(`${year}-01-01`), to: dayFromIso(`${year + 1}-01-01`) }
  const festivals = chineseFestivals(span).filter((item) => item.year === year)
  const entered = own
    .map(({ name, from, to, isWorked }, place): CalendarRow & { readonly first: number; readonly last: number } => {
      const [first, last] = [dayFromIso(from), dayFromIso(to)]
      const held = festivals.filter(({ day }) => !isWorked && first <= day && day <= last)
      const kind = isWorked ? 'worked' : 'off'
      const names = held.map(({ festival }) => festival)
      return { key: `own-${place}`, kind, festivals: names, name, from, to, days: last - first + 1, place, first, last }
    })
    .filter(({ first, last }) => first < span.to && last >= span.from)
  const replaced = new Set(entered.flatMap((row) => row.festivals))
  const known = festivals
    .filter(({ festival }) => !replaced.has(festival))
    .map(({ festival, from, to }): CalendarRow => {
      const days = { from: isoFromDay(from), to: isoFromDay(to - 1), days: to - from }
      return { key: festival, kind: 'festival', festivals: [festival], name: '', place: null, ...days }
    })
  return [...known, ...entered.map(({ first: _first, last: _last, ...row }) => row)].toSorted((one, other) =>
    one.from < other.from ? -1 : Number(one.from > other.from),
  )
}

/** The years that can be looked at: from the first to the last that has days of its own, and those around this one. */
export function calendarYears(own: readonly CalendarDays[], thisYear: number): number[] {
  const told = own.flatMap(({ from, to }) => [Number(from.slice(0, 4)), Number(to.slice(0, 4))])
  const years = new Set([...told, ...[-5, -4, -3, -2, -1, 0, 1].map((shift) => thisYear + shift)])
  return [...years].toSorted((one, other) => other - one)
}
