import type { SegmentMember } from '@vitalfew/contract/segmentation.ts'
import type { SegmentedAccounts } from './segment-accounts.ts'
import type { SegmentTable, Texts } from './table/segment-table.ts'

export type AccountTitles = ReadonlyMap<string, { readonly account: string; readonly accountName: string }>

/** Keys of the accounts that a segmentation shows. */
export function shownAccounts({ segmentation }: SegmentedAccounts): string[] {
  const members = segmentation.clusters.flatMap(({ typical, borderline }) => [...typical, ...borderline])
  return [...new Set([...members.map(({ account }) => account), ...segmentation.projection.accounts])]
}

/** A table whose accounts go by what they are called instead of by their keys. */
export function namedTable(table: SegmentTable, titles: AccountTitles): SegmentTable {
  return {
    ...table,
    accounts: mapped(table.accounts, (key) => titles.get(key)?.account ?? key),
    accountNames: mapped(table.accounts, (key) => titles.get(key)?.accountName ?? ''),
  }
}

function mapped(texts: Texts, turn: (text: string) => string): string[] {
  return Array.from({ length: texts.length }, (_, row) => turn(texts.at(row) ?? ''))
}

/** Puts what accounts are called in the place of their keys. */
export function nameAccounts(found: SegmentedAccounts, titles: AccountTitles): SegmentedAccounts {
  const accountOf = (key: string): string => titles.get(key)?.account ?? key
  const nameOf = (key: string): string => titles.get(key)?.accountName ?? ''
  const member = (item: SegmentMember): SegmentMember => ({
    ...item,
    account: accountOf(item.account),
    accountName: nameOf(item.account),
  })
  const { segmentation } = found
  const { projection } = segmentation
  return {
    ...found,
    accounts: mapped(found.accounts, accountOf),
    accountNames: mapped(found.accounts, nameOf),
    segmentation: {
      ...segmentation,
      clusters: segmentation.clusters.map((cluster) => ({
        ...cluster,
        typical: cluster.typical.map(member),
        borderline: cluster.borderline.map(member),
      })),
      projection: {
        ...projection,
        accounts: projection.accounts.map(accountOf),
        accountNames: projection.accounts.map(nameOf),
      },
    },
  }
}
