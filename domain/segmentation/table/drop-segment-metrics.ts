import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { z } from 'zod'

/** Removes the figures of accounts that were measured to be grouped. */
export async function dropSegmentMetrics(warehouse: Warehouse, runId: string): Promise<void> {
  const parameters = z.object({ runId: z.string() })
  const sql = 'ALTER TABLE account_metrics DROP PARTITION {runId:String}'
  await warehouse.run({ name: 'drop-segment-metrics', parameters, sql }, { runId })
}
