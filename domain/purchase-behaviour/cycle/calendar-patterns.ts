import type { CalendarSlot, PurchaseCycle } from '@vitalfew/contract/purchase-behaviour.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { calendarProfile } from '@vitalfew/methods/seasonality/calendar-profile.ts'
import { festivalEffects } from '@vitalfew/methods/seasonality/festival-effects.ts'

export interface SalesDay {
  readonly day: number
  readonly orders: number
  readonly revenue: number
}

/** Longer ago says little about today, and keeps the work bounded. */
const mostDays = 3653 * 2

/** Sales by the day of the week, the month of the year and the festivals, from the first day to the last. */
export function calendarPatterns(sales: readonly SalesDay[]): PurchaseCycle['calendar'] | null {
  const [last, earliest] = [sales.at(-1)?.day, sales[0]?.day]
  if (last === undefined || earliest === undefined) return null
  const first = Math.max(earliest, last - mostDays + 1)
  const span = last - first + 1
  const [orders, revenue] = [new Float64Array(span), new Float64Array(span)]
  for (const day of sales) {
    if (day.day < first) continue
    orders[day.day - first] = day.orders
    revenue[day.day - first] = day.revenue
  }
  const slots = (kind: 'weekday' | 'month'): CalendarSlot[] => {
    const byRevenue = calendarProfile({ first, values: revenue }, kind)
    return calendarProfile({ first, values: orders }, kind).map(({ days, total, index }, slot) => ({
      slot,
      days,
      orders: total,
      revenue: byRevenue[slot]?.total ?? 0,
      orderIndex: index,
      revenueIndex: byRevenue[slot]?.index ?? 0,
    }))
  }
  return {
    from: isoFromDay(first),
    to: isoFromDay(last),
    weekdays: slots('weekday'),
    months: slots('month'),
    hours: null,
    festivals: festivalEffects({ first, values: revenue }).map(({ years, ...effect }) => ({
      ...effect,
      years: years.map(({ year, seen, expected }) => ({ year, seen, expected })),
    })),
  }
}
