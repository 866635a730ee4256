import { civilFromDay } from './civil-from-day.ts'

/**
 * The calendar month of a day as one integer, year × 12 + (month − 1), so that months subtract and compare.
 *
 * @param day integer, days since 1970-01-01
 * @throws RangeError when `day` is not an integer
 * @example
 * monthIndex(0) // 1970 * 12
 * monthIndex(dayFromIso('2024-12-31')) // 2024 * 12 + 11
 */
export function monthIndex(day: number): number {
  const { year, month } = civilFromDay(day)
  return year * 12 + month - 1
}
