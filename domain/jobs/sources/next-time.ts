import type { SourceSchedule } from '@vitalfew/contract/api/import-sources.ts'

/**
 * When a schedule is due next, after an instant, by the clock of a time zone; null where it waits for files. A time that the
 * clock leaves out is due when the clock has gone on, one that comes twice is due the first time.
 *
 * @example
 * nextTime({ every: 'day', hour: 2, minute: 30 }, { after: new Date('2026-01-01T00:00:00Z'), timeZone: 'UTC' })
 * // 2026-01-01T02:30:00.000Z
 */
export function nextTime(
  schedule: SourceSchedule | null,
  { after, timeZone }: { readonly after: Date; readonly timeZone: string },
): Date | null {
  if (schedule === null || schedule.every === 'arrival') return null
  const today = wallClock(after, timeZone)
  for (let ahead = -1; ahead <= mostDays; ahead += 1) {
    const day = new Date(today - (today % dayMs) + ahead * dayMs)
    const weekday = ((day.getUTCDay() + 6) % 7) + 1
    if (schedule.every === 'week' && weekday !== schedule.weekday) continue
    const wanted = day.getTime() + (schedule.hour * 60 + schedule.minute) * 60_000
    const due = instantOf(wanted, timeZone)
    if (due > after.getTime()) return new Date(due)
  }
  return null
}

const dayMs = 86_400_000
const mostDays = 8

/** What the clock on the wall shows, as if it were one of UTC. */
function wallClock(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const of = (name: string): number => Number(parts.find(({ type }) => type === name)?.value ?? 0)
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
}

/** The first instant at which the clock on the wall shows a time, or has just gone past it. */
function instantOf(wanted: number, timeZone: string): number {
  const offsets = [wanted - dayMs, wanted + dayMs].map((near) => wallClock(new Date(near), timeZone) - near)
  const instants = offsets.map((offset) => wanted - offset)
  const exact = instants.filter((instant) => wallClock(new Date(instant), timeZone) === wanted)
  return exact.length > 0 ? Math.min(...exact) : Math.max(...instants)
}
