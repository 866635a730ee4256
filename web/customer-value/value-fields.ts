import type { AccountRow } from '@vitalfew/contract/accounts.ts'

export const valueFieldNames = [
  'pAlive',
  'expectedOrders',
  'clv',
  'clvLower',
  'clvUpper',
  'valueAtRisk',
  'nextOrderDue',
  'overdueCycles',
] as const

/** What a valuation adds to the figures of an account. */
export type ValueFields = Pick<AccountRow, (typeof valueFieldNames)[number]>

/** Whether anything is known of what these accounts are worth. */
export function isValued(rows: readonly AccountRow[]): boolean {
  return rows.some((row) => (row.clv ?? null) !== null || (row.pAlive ?? null) !== null)
}
