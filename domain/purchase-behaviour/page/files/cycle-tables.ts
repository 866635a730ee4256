import { holidayName } from '@vitalfew/contract/holiday-name.ts'
import type { Translate } from '@vitalfew/contract/locale.ts'
import type { CalendarSlot, PurchaseCycle } from '@vitalfew/contract/purchase-behaviour.ts'
import { type FileTable, fileTable } from './file-table.ts'

/** Who is due, the gaps, and the strong days of the year. */
export function cycleTables(t: Translate, { listed, histogram, calendar }: PurchaseCycle): FileTable[] {
  const slots = (name: 'weekdays' | 'months', wordOf: (slot: number) => string) =>
    fileTable<CalendarSlot>({ name, title: t(`behaviour.table.${name}`), rows: calendar[name] }, [
      [t(`habits.file.${name}`), ({ slot }) => wordOf(slot)],
      [t('habits.file.days'), ({ days }) => days],
      [t('habits.file.orders'), ({ orders }) => orders],
      [t('behaviour.column.revenue'), ({ revenue }) => revenue],
      [t('habits.file.orderIndex'), ({ orderIndex }) => orderIndex],
      [t('habits.file.revenueIndex'), ({ revenueIndex }) => revenueIndex],
    ])
  return [
    fileTable({ name: 'due', title: t('behaviour.table.due'), rows: listed }, [
      [t('habits.file.code'), ({ account }) => account],
      [t('behaviour.column.account'), ({ accountName }) => accountName],
      [t('behaviour.column.status'), ({ status }) => t(`behaviour.status.${status}`)],
      [t('behaviour.column.lastOrder'), ({ lastOrder }) => lastOrder],
      [t('behaviour.column.medianGap'), ({ medianGapDays }) => medianGapDays],
      [t('behaviour.column.silence'), ({ silenceDays }) => silenceDays],
      [t('behaviour.column.expected'), ({ expected }) => expected],
      [t('habits.file.from'), ({ from }) => from],
      [t('habits.file.to'), ({ to }) => to],
      [t('behaviour.column.revenue12'), ({ revenueLast12Months }) => revenueLast12Months],
    ]),
    fileTable({ name: 'intervals', title: t('habits.cycle.histogram'), rows: histogram }, [
      [t('habits.file.fromDays'), ({ from }) => from],
      [t('habits.file.toDays'), ({ to }) => to],
      [t('habits.file.gaps'), ({ count }) => count],
    ]),
    slots('weekdays', (slot) => t(`behaviour.weekday.${slot}`)),
    slots('months', (slot) => t(`behaviour.month.${slot}`)),
    fileTable({ name: 'festivals', title: t('behaviour.table.festivals'), rows: calendar.festivals }, [
      [t('behaviour.column.festival'), (pattern) => holidayName(pattern, t)],
      [t('behaviour.column.window'), ({ window }) => t(`behaviour.window.${window}`)],
      [t('behaviour.column.ratio'), ({ ratio }) => ratio],
      [t('habits.file.lower95'), ({ lower }) => lower],
      [t('habits.file.upper95'), ({ upper }) => upper],
    ]),
  ]
}
