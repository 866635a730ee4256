import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { z } from 'zod'

/** Removes the values of a run. */
export async function dropAccountValues(warehouse: Warehouse, runId: string): Promise<void> {
  const statement = {
    name: 'drop-account-values',
    parameters: z.object({ runId: z.string() }),
    sql: 'ALTER TABLE account_value DROP PARTITION {runId:String}',
  }
  await warehouse.run(statement, { runId })
}
