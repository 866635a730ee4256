import { civilFromDay } from './civil-from-day.ts'

/**
 * ISO date of a day number.
 *
 * @param day integer, days since 1970-01-01, within the years 0000 to 9999
 * @returns `YYYY-MM-DD`
 * @throws RangeError when `day` is not an integer or outside those years
 * Source: ISO 8601-1:2019, calendar date, extended format.
 * @example
 * isoFromDay(0) // '1970-01-01'
 * isoFromDay(19782) // '2024-02-29'
 */
export function isoFromDay(day: number): string {
  const { year, month, dayOfMonth } = civilFromDay(day)
  if (year < 0 || year > 9_999) throw new RangeError(`day must lie in the years 0000 to 9999, got ${day}`)
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(dayOfMonth, 2)}`
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
