import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { countAccountRows, writeAccountRows } from './write-account-rows.query.ts'
import { writeAccountScopes, writeAccountTraits } from './write-account-traits.query.ts'

/** The tables that this fills, so that an unfinished attempt can be cleared away. */
export const accountRowTables = ['account_trait', 'account_scope', 'account_row'] as const

/** Puts all figures of a run side by side, one row per account, with the names under which accounts are somebody's. */
export async function fillAccountRows(
  warehouse: Warehouse,
  run: {
    readonly runId: string
    readonly imports: number[]
    readonly membershipSequence: number
    readonly asOf: string
    readonly decimals: number
  },
): Promise<void> {
  const { runId, decimals } = run
  await warehouse.run(writeAccountTraits, run)
  await warehouse.run(writeAccountScopes, { runId })
  await warehouse.run(writeAccountRows, { runId, decimals })
}

/** Whether the accounts of a run stand in the wide table: runs of earlier versions have none there. */
export async function hasAccountRows(warehouse: Warehouse, runId: string): Promise<boolean> {
  const [found] = await warehouse.rows(countAccountRows, { runId })
  return (found?.accounts ?? 0) > 0
}
