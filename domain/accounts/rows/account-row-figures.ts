import { AccountRow } from '@vitalfew/contract/accounts.ts'
import { type AccountColumn, accountColumns, shownColumn } from './account-columns.ts'

const apart: ReadonlySet<string> = new Set(['account', 'accountName', 'parent'])

function isColumn(name: string): name is AccountColumn {
  return Object.hasOwn(accountColumns, name)
}

/** The figures of `AccountRow` in their order, as a list for SELECT from `account_row AS a`; its names are left to the asker. */
export const accountRowFigures = Object.keys(AccountRow.shape)
  .filter(isColumn)
  .filter((name) => !apart.has(name))
  .map((name) => `${shownColumn(name)} AS ${name}`)
  .join(',\n  ')
