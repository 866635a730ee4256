import type { Translate } from '@vitalfew/contract/locale.ts'
import type { PurchaseAffinity, PurchaseCohorts, PurchaseWhitespace } from '@vitalfew/contract/purchase-behaviour.ts'
import { type FileTable, fileTable } from './file-table.ts'

/** One row per cohort and age. */
export function cohortTables(t: Translate, { cohorts, ages }: PurchaseCohorts): FileTable[] {
  const rows = cohorts.flatMap(({ cohort, accounts, cells }) => cells.map((cell) => ({ cohort, accounts, ...cell })))
  return [
    fileTable({ name: 'cohorts', title: t('habits.tab.cohorts'), rows }, [
      [t('behaviour.column.cohort'), ({ cohort }) => cohort],
      [t('behaviour.column.age'), ({ age }) => age],
      [t('behaviour.column.accounts'), ({ accounts }) => accounts],
      [t('habits.file.active'), ({ active }) => active],
      [t('behaviour.column.retention'), ({ retention }) => retention],
      [t('habits.file.lower95'), ({ lower }) => lower],
      [t('habits.file.upper95'), ({ upper }) => upper],
      [t('behaviour.column.revenue'), ({ revenue }) => revenue],
      [t('behaviour.column.perAccount'), ({ revenuePerAccount }) => revenuePerAccount],
      [t('habits.file.complete'), ({ complete }) => t(complete ? 'habits.file.yes' : 'habits.file.no')],
    ]),
    fileTable({ name: 'ages', title: t('behaviour.table.ages'), rows: ages }, [
      [t('behaviour.column.age'), ({ age }) => age],
      [t('behaviour.column.cohorts'), (age) => age.cohorts],
      [t('behaviour.column.accounts'), ({ accounts }) => accounts],
      [t('behaviour.column.retention'), ({ retention }) => retention],
      [t('habits.file.lower95'), ({ lower }) => lower],
      [t('habits.file.upper95'), ({ upper }) => upper],
      [t('behaviour.column.perAccount'), ({ revenuePerAccount }) => revenuePerAccount],
    ]),
  ]
}

/** One row per rule. */
export function affinityTables(t: Translate, { rules }: PurchaseAffinity): FileTable[] {
  return [
    fileTable({ name: 'rules', title: t('habits.tab.affinity'), rows: rules }, [
      [t('behaviour.column.from'), (rule) => rule.from.map((code, at) => rule.fromNames[at] || code).join(' + ')],
      [t('behaviour.column.to'), ({ to, toName }) => toName || to],
      [t('behaviour.column.together'), ({ count }) => count],
      [t('behaviour.column.support'), ({ support }) => support],
      [t('behaviour.column.confidence'), ({ confidence }) => confidence],
      [t('behaviour.column.lift'), ({ lift }) => lift],
      [t('behaviour.column.leverage'), ({ leverage }) => leverage],
      [t('behaviour.column.qValue'), ({ qValue }) => qValue],
    ]),
  ]
}

/** One row per account and item that it does not buy. */
export function whitespaceTables(t: Translate, { offers }: PurchaseWhitespace): FileTable[] {
  return [
    fileTable({ name: 'offers', title: t('habits.tab.whitespace'), rows: offers }, [
      [t('habits.file.code'), ({ account }) => account],
      [t('behaviour.column.account'), ({ accountName }) => accountName],
      ...offerColumns(t),
    ]),
  ]
}

type Offer = Omit<PurchaseWhitespace['offers'][number], 'account' | 'accountName'>

/** What is said of an item that an account does not buy. */
export function offerColumns(t: Translate): [string, (offer: Offer) => string | number][] {
  return [
    [t('behaviour.column.item'), ({ item }) => item],
    [t('habits.file.itemName'), ({ itemName }) => itemName],
    [t('behaviour.column.expectedValue'), ({ expectedValue }) => expectedValue],
    [t('habits.file.probability'), ({ probability }) => probability],
    [t('habits.file.buyers'), ({ buyers }) => buyers],
    [t('behaviour.column.peers'), ({ peers }) => peers],
    [t('behaviour.column.usualShare'), ({ usualShare }) => usualShare],
    [t('behaviour.column.spendShare'), ({ spendShare }) => spendShare],
    [t('behaviour.column.evidence'), ({ evidence }) => evidence.join(t('cli.list.and'))],
  ]
}
