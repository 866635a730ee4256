import { firstDayOfMonth } from './first-day-of-month.ts'

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * Day number of an ISO date.
 *
 * @param iso exactly `YYYY-MM-DD`, years 0000 to 9999, a date that exists
 * @returns days since 1970-01-01
 * @throws RangeError for any other text, also for days that do not exist such as 2023-02-29
 * Source: ISO 8601-1:2019, calendar date, extended format.
 * @example
 * dayFromIso('1970-01-01') // 0
 * dayFromIso('2024-02-29') // 19782
 * dayFromIso('2023-02-29') // throws RangeError
 */
export function dayFromIso(iso: string): number {
  const [, year, month, dayOfMonth] = isoDate.exec(iso) ?? []
  const monthNumber = Number(month)
  const dayNumber = Number(dayOfMonth)
  if (year === undefined || monthNumber < 1 || monthNumber > 12) throw notADate(iso)

  const index = Number(year) * 12 + monthNumber - 1
  const first = firstDayOfMonth(index)
  if (dayNumber < 1 || dayNumber > firstDayOfMonth(index + 1) - first) throw notADate(iso)
  return first + dayNumber - 1
}

function notADate(iso: string): RangeError {
  return new RangeError(`iso must be an existing date written YYYY-MM-DD, got ${JSON.stringify(iso)}`)
}
