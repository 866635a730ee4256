import type { AccountHabits } from '@vitalfew/contract/api/account-habits.ts'
import type { Translate } from '@vitalfew/contract/locale.ts'
import { type FileTable, fileTable } from './file-table.ts'
import { offerColumns } from './item-tables.ts'
import { monthsFrom, stepColumns } from './series-tables.ts'

/** How one account buys, as tables. */
export function habitTables(t: Translate, habits: AccountHabits): FileTable[] {
  const { gaps, preference, whitespace, breadth, forecast } = habits
  const history = forecast?.sales.history ?? []
  const months = monthsFrom(forecast?.from ?? '1970-01-01', history.length)
  const seen = history.map((value, at) => ({ month: months[at] ?? '', value }))
  return [
    fileTable({ name: 'gaps', title: t('habits.account.gaps'), rows: gaps }, [
      [t('habits.file.day'), ({ day }) => day],
      [t('habits.file.gapDays'), ({ days }) => days],
    ]),
    fileTable({ name: 'preference', title: t('habits.tab.preference'), rows: preference?.items ?? [] }, [
      [t('behaviour.column.item'), ({ item }) => item],
      [t('habits.file.itemName'), ({ itemName }) => itemName],
      [t('behaviour.column.seen'), (item) => item.seen],
      [t('behaviour.column.usual'), ({ expected }) => expected],
      [t('behaviour.column.lift'), ({ lift }) => lift],
      [t('habits.file.lower90'), ({ lower }) => lower],
      [t('habits.file.upper90'), ({ upper }) => upper],
      [t('behaviour.column.revenue'), ({ revenue }) => revenue],
    ]),
    fileTable({ name: 'offers', title: t('habits.tab.whitespace'), rows: whitespace?.offers ?? [] }, offerColumns(t)),
    fileTable({ name: 'breadth', title: t('behaviour.table.breadth'), rows: breadth.quarters }, [
      [t('behaviour.column.quarter'), ({ quarter }) => quarter],
      [t('habits.file.items'), ({ items }) => items],
      [t('habits.file.usualItems'), ({ usual }) => usual],
    ]),
    fileTable({ name: 'history', title: t('habits.forecast.history'), rows: seen }, [
      [t('behaviour.column.month'), ({ month }) => month.slice(0, 7)],
      [t('behaviour.column.revenue'), ({ value }) => value],
    ]),
    fileTable({ name: 'forecast', title: t('habits.tab.forecast'), rows: forecast?.sales.forecast ?? [] }, [
      [t('behaviour.column.month'), ({ month }) => month.slice(0, 7)],
      ...stepColumns(t),
    ]),
  ]
}
