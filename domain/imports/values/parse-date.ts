import type { DateOrder } from '@vitalfew/contract/imports.ts'
import { dayNumber } from './calendar.ts'
import { dateParts, fullYear } from './date-parts.ts'

/** How a column writes its days: the order voted for the whole column, and the day that serial number 0 stands for. */
export interface DateStyle {
  readonly order: DateOrder
  /** Days since 1970-01-01 of a spreadsheet's serial 0: −25569 for the 1900 system, −24107 for the 1904 system. */
  readonly serialZero: number
}

export const serialZero1900 = -25_569
export const serialZero1904 = -24_107

/**
 * Days since 1970-01-01 of a written date; NaN when it is no date, an impossible one (2018-02-29), or one whose order
 * the column could not settle. A time of day and a weekday are read over; the day is the one written, in no time zone.
 *
 * @example
 * parseDay('2024年3月5日', { order: 'ymd', serialZero: -25569 }) // 19787
 * parseDay('2018-02-29', { order: 'ymd', serialZero: -25569 }) // NaN
 */
export function parseDay(text: string, style: DateStyle): number {
  const plain = plainIsoDay(text)
  if (!Number.isNaN(plain)) return plain
  const parts = dateParts(text)
  if (parts === null) return Number.NaN
  if (parts.form === 'certain') return dayNumber(parts)
  if (parts.form === 'serial') return serialDay(parts.serial, style.serialZero)
  return orderedDay([parts.first, parts.second, parts.third], { order: style.order, yearLast: parts.yearLast })
}

/** The day of three numbers under an order; under `ymd` a year at the end is read only where one reading is possible. */
export function orderedDay(
  parts: readonly [number, number, number],
  { order, yearLast }: { order: DateOrder; yearLast: boolean },
): number {
  const [first, second, third] = parts
  const lastAsYear = yearLast ? third : fullYear(String(third).padStart(2, '0'))
  if (order === 'dmy') return dayNumber({ year: lastAsYear, month: second, day: first })
  if (order === 'mdy') return dayNumber({ year: lastAsYear, month: first, day: second })
  if (!yearLast) return dayNumber({ year: fullYear(String(first).padStart(2, '0')), month: second, day: third })
  const dayFirst = dayNumber({ year: third, month: second, day: first })
  const monthFirst = dayNumber({ year: third, month: first, day: second })
  if (Number.isNaN(dayFirst)) return monthFirst
  return Number.isNaN(monthFirst) || monthFirst === dayFirst ? dayFirst : Number.NaN
}

/** `2024-03-05`, alone or followed by a time; NaN for every other form. The form that most exports use, read fast. */
export function plainIsoDay(text: string): number {
  if (text.length < 10 || text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return Number.NaN
  if (text.length > 10 && !isoTime.test(text.slice(10))) return Number.NaN
  const year = digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3)
  const month = digit(text, 5) * 10 + digit(text, 6)
  const day = digit(text, 8) * 10 + digit(text, 9)
  return dayNumber({ year, month, day })
}

const dash = 45
const isoTime = /^[T ](?:[01]\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/

function digit(text: string, index: number): number {
  const code = text.charCodeAt(index) - 48
  return code >= 0 && code <= 9 ? code : Number.NaN
}

/** Five digits are a serial only between 1954 and 2119, so that a stray number is not taken for a day. */
function serialDay(serial: number, serialZero: number): number {
  return serial >= 20_000 && serial <= 80_000 ? serial + serialZero : Number.NaN
}
