import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { firstDayOfMonth } from '@vitalfew/methods/calendar/first-day-of-month.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { monthIndex } from '@vitalfew/methods/calendar/month-index.ts'

/** First day of each of the 24 calendar months that end with the month of the day before `asOf`. */
export function lastMonths(asOf: string): string[] {
  const last = monthIndex(dayFromIso(asOf) - 1)
  return Array.from({ length: 24 }, (_, slot) => isoFromDay(firstDayOfMonth(last - 23 + slot)))
}
