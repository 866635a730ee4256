import { requireInteger } from '../arguments/require-integer.ts'
import { civilFromDay } from './civil-from-day.ts'
import { firstDayOfMonth } from './first-day-of-month.ts'

/**
 * The same day of the month, some months later or earlier; where that month is too short, its last day.
 *
 * Because of the clamping, going back and forth need not return to the start: 31 March − 1 month + 1 month is 28 (29)
 * March.
 *
 * @param day integer, days since 1970-01-01
 * @param months integer, negative for earlier
 * @returns days since 1970-01-01
 * @throws RangeError when an argument is not an integer
 * Source: the rule of SQL's `date + INTERVAL n MONTH` (PostgreSQL, ClickHouse addMonths).
 * @example
 * isoFromDay(addMonths(dayFromIso('2024-03-31'), -1)) // '2024-02-29'
 * isoFromDay(addMonths(dayFromIso('2024-02-29'), -12)) // '2023-02-28'
 * isoFromDay(addMonths(dayFromIso('2023-11-15'), 3)) // '2024-02-15'
 */
export function addMonths(day: number, months: number): number {
  const { year, month, dayOfMonth } = civilFromDay(day)
  const target = year * 12 + month - 1 + requireInteger('months', months)
  const first = firstDayOfMonth(target)
  const length = firstDayOfMonth(target + 1) - first
  return first + Math.min(dayOfMonth, length) - 1
}
