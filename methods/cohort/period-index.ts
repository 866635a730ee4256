import { requireInteger } from '../arguments/require-integer.ts'
import { monthIndex } from '../calendar/month-index.ts'

/** The length of the periods that time is counted in. */
export type CohortPeriod = 'month' | 'quarter' | 'week'

/**
 * The number of the period that a day belongs to; following periods have following numbers.
 *
 * @param day days since 1970-01-01
 * @param period `month` (counted from year 0), `quarter` (likewise), `week` (from Monday; the week of 1970-01-01 is 0)
 * @throws RangeError when the day is not an integer
 * @example
 * periodIndex(dayFromIso('2024-03-31'), 'month') - periodIndex(dayFromIso('2024-01-01'), 'month') // 2
 * periodIndex(dayFromIso('2024-04-01'), 'quarter') - periodIndex(dayFromIso('2024-03-31'), 'quarter') // 1
 * periodIndex(dayFromIso('1970-01-04'), 'week') // 0
 * periodIndex(dayFromIso('1970-01-05'), 'week') // 1
 * periodIndex(0.5, 'week') // throws RangeError
 */
export function periodIndex(day: number, period: CohortPeriod): number {
  requireInteger('day', day)
  if (period === 'week') return Math.floor((day + 3) / 7)
  return period === 'month' ? monthIndex(day) : Math.floor(monthIndex(day) / 3)
}
