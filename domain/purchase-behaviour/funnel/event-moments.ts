import type { EventMoment, PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import { calendarProfile } from '@vitalfew/methods/seasonality/calendar-profile.ts'

const hoursOfDay = 24
/** Of all events that have to tell a time of day, for hours to be looked at. */
const timedShare = 0.5
/** Longer spans are not looked at day by day. */
const mostDays = 36_525

/**
 * On which hours, weekdays and months things happen.
 *
 * @param times days since 1970-01-01 with the time of day as a fraction; NaN is unknown. Midnight to the second is taken for
 * no time of day at all.
 */
export function eventMoments(times: readonly number[]): PurchaseFunnel['moments'] {
  const known = times.filter((time) => !Number.isNaN(time))
  const first = Math.floor(known.reduce((least, time) => Math.min(least, time), Infinity))
  const last = Math.floor(known.reduce((most, time) => Math.max(most, time), -Infinity))
  if (known.length === 0 || last - first >= mostDays) return null
  const days = new Float64Array(last - first + 1)
  const hours = new Float64Array(hoursOfDay)
  let timed = 0
  for (const time of known) {
    const day = Math.floor(time)
    days[day - first] = (days[day - first] ?? 0) + 1
    if (time === day) continue
    // A second of doubt: fractions of a day are not exact.
    const hour = Math.min(hoursOfDay - 1, Math.floor((time - day) * hoursOfDay + 1 / 3600))
    hours[hour] = (hours[hour] ?? 0) + 1
    timed++
  }
  return momentsOfCounts({ first, days, hours, timed, known: known.length })
}

interface MomentCounts {
  /** Day since 1970-01-01 of the first of `days`. */
  readonly first: number
  /** Events by day, from the first day with one to the last. */
  readonly days: Float64Array
  /** Events that tell a time of day, by hour, and how many those are. */
  readonly hours: Float64Array
  readonly timed: number
  /** All events. */
  readonly known: number
}

/** The same from what has been counted; null where the days are too many to look at. */
export function momentsOfCounts({ first, days, hours, timed, known }: MomentCounts): PurchaseFunnel['moments'] {
  if (days.length > mostDays) return null
  const slots = (kind: 'weekday' | 'month'): EventMoment[] =>
    calendarProfile({ first, values: days }, kind).map(({ total, index }, slot) => ({ slot, events: total, index }))
  const byHour = Array.from(hours, (events, slot) => ({
    slot,
    events,
    index: (events * hoursOfDay) / Math.max(1, timed),
  }))
  return {
    weekdays: slots('weekday'),
    months: slots('month'),
    hours: timed < timedShare * known ? null : byHour,
  }
}
