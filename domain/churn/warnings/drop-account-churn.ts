import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { z } from 'zod'

/** Removes what a run said of leaving, and what an unfinished one left behind. */
export async function dropAccountChurn(warehouse: Warehouse, runId: string): Promise<void> {
  for (const table of ['account_churn', 'account_history'] as const) {
    const parameters = z.object({ runId: z.string() })
    const sql = `ALTER TABLE ${table} DROP PARTITION {runId:String}`
    await warehouse.run({ name: `drop-${table}`, parameters, sql }, { runId })
  }
}
