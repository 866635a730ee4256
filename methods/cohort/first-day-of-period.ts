import { requireInteger } from '../arguments/require-integer.ts'
import { firstDayOfMonth } from '../calendar/first-day-of-month.ts'
import type { CohortPeriod } from './period-index.ts'

/**
 * The first day of a period: the inverse of {@link periodIndex}.
 *
 * @param index number of the period
 * @returns days since 1970-01-01
 * @throws RangeError when the number is not an integer
 * @example
 * isoFromDay(firstDayOfPeriod(periodIndex(dayFromIso('2024-05-17'), 'quarter'), 'quarter')) // '2024-04-01'
 * isoFromDay(firstDayOfPeriod(0, 'week')) // '1969-12-29'
 * firstDayOfPeriod(1.5, 'month') // throws RangeError
 */
export function firstDayOfPeriod(index: number, period: CohortPeriod): number {
  requireInteger('index', index)
  if (period === 'week') return index * 7 - 3
  return firstDayOfMonth(period === 'month' ? index : index * 3)
}
