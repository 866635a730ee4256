import type { CalendarDays } from '@vitalfew/contract/api/settings.ts'
import type { CalendarSlot, PurchaseCycle } from '@vitalfew/contract/purchase-behaviour.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
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

/**
 * Sales by the day of the week, the month of the year and the festivals, from the first day to the last. Days of the
 * company's own calendar count as holidays, and not for their weekdays.
 */
export function calendarPatterns(
  sales: readonly SalesDay[],
  calendar: readonly CalendarDays[],
): PurchaseCycle['calendar'] | null {
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
  const own = calendar.map(({ name, isWorked, ...days }) => {
    return { name, isWorked, from: dayFromIso(days.from), to: dayFromIso(days.to) + 1 }
  })
  const isOwn = (day: number): boolean => own.some(({ from, to }) => from <= day && day < to)
  const slots = (kind: 'weekday' | 'month'): CalendarSlot[] => {
    const left = kind === 'weekday' ? { isLeftOut: isOwn } : {}
    const byRevenue = calendarProfile({ first, values: revenue, ...left }, kind)
    return calendarProfile({ first, values: orders, ...left }, kind).map(({ days, total, index }, slot) => ({
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
    festivals: festivalEffects({ first, values: revenue, own }).map(({ years, name, ...effect }) => ({
      ...effect,
      ...(name === '' ? {} : { name }),
      years: years.map(({ year, seen, expected }) => ({ year, seen, expected })),
    })),
  }
}
