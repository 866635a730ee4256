import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { z } from 'zod'
import { currentRecordImports } from '../log/current-record-imports.ts'
import { costsByAccount } from './contribution.query.ts'

export type AccountCosts = z.output<(typeof costsByAccount)['row']>

/** The imports of costs that count now, oldest first. */
export async function currentCostImports(warehouse: Warehouse): Promise<number[]> {
  return (await currentRecordImports(warehouse, 'costs')).map(({ id }) => id)
}

/** What accounts cost, one row for each of whom costs are known. */
export function accountCosts(
  warehouse: Warehouse,
  asked: z.input<typeof costsByAccount.parameters>,
): Promise<AccountCosts[]> {
  return warehouse.rows(costsByAccount, asked)
}
