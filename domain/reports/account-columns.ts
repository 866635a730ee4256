import { AccountRow } from '@vitalfew/contract/accounts.ts'
import { lastMonths } from '../accounts/index.ts'

/** Column names of the account files: the figures by their names, then one column a month, as 2025-03. */
export function accountColumns(asOf: string): string[] {
  const figures = Object.keys(AccountRow.shape).filter((name) => name !== 'monthlyRevenue')
  return [...figures, ...lastMonths(asOf).map((month) => month.slice(0, 7))]
}
