import { requireInteger } from '../arguments/require-integer.ts'

/**
 * Day number of the first day of a month; its difference to the next month's is the length of the month.
 *
 * @param month integer month index, year × 12 + (month − 1), as {@link monthIndex} gives it
 * @returns days since 1970-01-01
 * @throws RangeError when `month` is not an integer
 * Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), days_from_civil with day 1.
 * @example
 * firstDayOfMonth(1970 * 12) // 0
 * firstDayOfMonth(2024 * 12 + 2) - firstDayOfMonth(2024 * 12 + 1) // 29
 */
export function firstDayOfMonth(month: number): number {
  const sinceMarch = requireInteger('month', month) - 2
  const year = Math.floor(sinceMarch / 12)
  const monthsSinceMarch = sinceMarch - year * 12
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return 365 * year + leapDays + Math.floor((153 * monthsSinceMarch + 2) / 5) - 719_468
}
