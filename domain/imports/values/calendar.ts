import { civilFromDay } from '@vitalfew/methods/calendar/civil-from-day.ts'
import { firstDayOfMonth } from '@vitalfew/methods/calendar/first-day-of-month.ts'

/** Sales before 1970 or after 2099 are taken for mistakes: year 0024, 1899-12-30 (an empty Excel date), 2999. */
export const firstSalesDay = 0
export const lastSalesDay = 47_481

/**
 * Days since 1970-01-01 of what a cell says; NaN for a date that does not exist (2018-02-29), which is never shifted to a
 * neighbour, and for parts that are no integers.
 *
 * @example
 * dayNumber({ year: 1970, month: 1, day: 2 }) // 1
 * dayNumber({ year: 2018, month: 2, day: 29 }) // NaN
 */
export function dayNumber(date: { readonly year: number; readonly month: number; readonly day: number }): number {
  const { year, month, day } = date
  const index = year * 12 + month - 1
  if (!Number.isSafeInteger(index) || month < 1 || month > 12) return Number.NaN
  const first = firstDayOfMonth(index)
  return Number.isInteger(day) && day >= 1 && day <= firstDayOfMonth(index + 1) - first ? first + day - 1 : Number.NaN
}

/** ISO text of a day number that a file holds: `2024-03-05`. What no year of four digits has is written all the same. */
export function isoDay(day: number): string {
  if (!Number.isSafeInteger(day)) return String(day)
  const { year, month, dayOfMonth } = civilFromDay(day)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}
