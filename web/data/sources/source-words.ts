import type { ImportSource, SourceSchedule } from '@vitalfew/contract/api/import-sources.ts'
import type { Translate } from '@vitalfew/contract/locale.ts'
import type { Reader } from '../../design/reader.tsx'

/** Where a source is read from; secrets have been names from the beginning. */
export function originWords({ origin, lastOrigin }: Pick<ImportSource, 'origin' | 'lastOrigin'>, t: Translate): string {
  if (origin?.kind === 'folder') return origin.folder
  const from = origin?.from ?? lastOrigin?.from
  return from ?? t('app.sources.byHand')
}

/** When a source is fetched from, by the clock of the workspace. */
export function scheduleWords(
  schedule: SourceSchedule | null,
  { reader: { t, locale }, timeZone }: { reader: Pick<Reader, 't' | 'locale'>; timeZone: string },
): string {
  if (schedule === null) return t('app.sources.onDemand')
  if (schedule.every === 'arrival') return t('app.sources.onArrival')
  const { hour, minute } = schedule
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  if (schedule.every === 'day') return t('app.sources.daily', { time, timeZone })
  return t('app.sources.weekly', { weekday: weekdayName(schedule.weekday, locale), time, timeZone })
}

/** 1 is Monday. */
export function weekdayName(weekday: number, locale: string): string {
  // 1 January 2024 was a Monday.
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday))
}
