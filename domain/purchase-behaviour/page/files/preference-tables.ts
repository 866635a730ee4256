import type { Translate } from '@vitalfew/contract/locale.ts'
import type { PreferredItem, PurchasePreference } from '@vitalfew/contract/purchase-preference.ts'
import { type FileTable, fileTable } from './file-table.ts'

/** What accounts prefer and leave out, prices, breadth, first and next items. */
export function preferenceTables(t: Translate, preference: PurchasePreference): FileTable[] {
  const items = (name: 'preferred' | 'avoided') =>
    fileTable<PreferredItem>({ name, title: t(`behaviour.table.${name}`), rows: preference[name] }, [
      [t('habits.file.code'), ({ account }) => account],
      [t('behaviour.column.account'), ({ accountName }) => accountName],
      [t('behaviour.column.item'), ({ item }) => item],
      [t('habits.file.itemName'), ({ itemName }) => itemName],
      [t('behaviour.column.seen'), ({ seen }) => seen],
      [t('behaviour.column.usual'), ({ expected }) => expected],
      [t('behaviour.column.lift'), ({ lift }) => lift],
      [t('habits.file.lower90'), ({ lower }) => lower],
      [t('habits.file.upper90'), ({ upper }) => upper],
      [t('behaviour.column.revenue'), ({ revenue }) => revenue],
    ])
  return [
    items('preferred'),
    items('avoided'),
    fileTable({ name: 'prices', title: t('behaviour.table.prices'), rows: preference.prices }, [
      [t('behaviour.column.item'), ({ item }) => item],
      [t('habits.file.itemName'), ({ itemName }) => itemName],
      [t('behaviour.column.elasticity'), ({ elasticity }) => elasticity],
      [t('habits.file.lower95'), ({ lower }) => lower],
      [t('habits.file.upper95'), ({ upper }) => upper],
      [t('behaviour.column.reading'), ({ reading }) => t(`behaviour.reading.${reading}`)],
      [t('behaviour.column.revenue'), ({ revenue }) => revenue],
    ]),
    fileTable({ name: 'breadth', title: t('behaviour.table.breadth'), rows: preference.breadth }, [
      [t('behaviour.column.quarter'), ({ quarter }) => quarter],
      [t('behaviour.column.accounts'), ({ accounts }) => accounts],
      [t('behaviour.column.mean'), ({ mean }) => mean],
      [t('behaviour.column.median'), ({ median }) => median],
    ]),
    fileTable({ name: 'first', title: t('behaviour.table.first'), rows: preference.first }, [
      [t('behaviour.column.item'), ({ item }) => item],
      [t('habits.file.itemName'), ({ itemName }) => itemName],
      [t('behaviour.column.accounts'), ({ accounts }) => accounts],
      [t('behaviour.column.share'), ({ share }) => share],
      [t('behaviour.column.returned'), ({ returned }) => returned],
    ]),
    fileTable({ name: 'next', title: t('behaviour.table.next'), rows: preference.next }, [
      [t('behaviour.column.firstItem'), ({ from, fromName }) => fromName || from],
      [t('behaviour.column.nextItem'), ({ to, toName }) => toName || to],
      [t('behaviour.column.accounts'), ({ accounts }) => accounts],
      [t('behaviour.column.share'), ({ share }) => share],
      [t('behaviour.column.lift'), ({ lift }) => lift],
    ]),
  ]
}
