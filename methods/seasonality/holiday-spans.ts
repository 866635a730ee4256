import { civilFromDay } from '../calendar/civil-from-day.ts'
import { chineseFestivals, type Festival } from './chinese-festivals.ts'

/** Days of a company's own calendar. */
export interface OwnDays {
  readonly name: string
  /** First day, in days since 1970-01-01, and the day after the last. */
  readonly from: number
  readonly to: number
  /** Days on which people work although the weekday would have them rest; else days off. */
  readonly isWorked: boolean
}

/** A holiday as festivals are compared: a shipped one, or one of the company's own by its name. */
export interface HolidaySpan {
  readonly festival: Festival | 'own'
  /** Empty for a shipped festival. */
  readonly name: string
  readonly year: number
  /** First day of the weeks before it. */
  readonly before: number
  /** First day off, and the day after the last. */
  readonly from: number
  readonly to: number
}

const daysBefore = 7

/**
 * The holidays that touch a span of days: Chinese festivals and a company's own. Days off that contain the day of a
 * festival say how long its holiday was in that year; all others are a holiday of their own, with the week before.
 *
 * @param span days since 1970-01-01, `to` not included
 * @param own in any order; worked days are no holidays
 * @returns by first day off
 * @throws RangeError naming days that end before they begin
 * @example
 * holidaySpans({ from: dayFromIso('2024-02-01'), to: dayFromIso('2024-03-01') }, [{ name: '', from: dayFromIso('2024-02-05'), to: dayFromIso('2024-02-20'), isWorked: false }]).map(({ festival, from }) => [festival, isoFromDay(from)]) // [['springFestival', '2024-02-05']]
 * holidaySpans({ from: 0, to: 365 }, [{ name: 'stocktaking', from: 40, to: 43, isWorked: false }]).map(({ name, before, to, year }) => [name, before, to, year]) // [['stocktaking', 33, 43, 1970]]
 */
export function holidaySpans(
  span: { readonly from: number; readonly to: number },
  own: readonly OwnDays[],
): HolidaySpan[] {
  const off = own.filter(({ isWorked }) => !isWorked)
  for (const { name, from, to } of own) {
    if (!(from < to)) throw new RangeError(`own must end after it begins, got ${name}: ${from} to ${to}`)
  }
  const contains = ({ from, to }: OwnDays, day: number): boolean => from <= day && day < to
  // A longer holiday may reach into the span where the usual one ends before it.
  const near = chineseFestivals({ from: Math.min(span.from, ...off.map(({ from }) => from)), to: maxOf(span.to, off) })
  const festivals = near.map(({ day, before, from, to, festival, year }): HolidaySpan => {
    const known = off.find((days) => contains(days, day))
    const length = from - before
    const dates = known === undefined ? { before, from, to } : { ...datesOf(known), before: known.from - length }
    return { festival, name: '', year, ...dates }
  })
  const others = off
    .filter((days) => !near.some(({ day }) => contains(days, day)))
    .map((days): HolidaySpan => {
      const { year } = civilFromDay(days.from)
      return { festival: 'own', name: days.name, year, before: days.from - daysBefore, ...datesOf(days) }
    })
  return [...festivals, ...others]
    .filter(({ before, to }) => to > span.from && before < span.to)
    .sort((one, other) => one.from - other.from)
}

function datesOf({ from, to }: OwnDays): Pick<OwnDays, 'from' | 'to'> {
  return { from, to }
}

function maxOf(to: number, days: readonly OwnDays[]): number {
  return Math.max(to, ...days.map((item) => item.to))
}
