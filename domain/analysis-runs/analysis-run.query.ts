import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery, defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

const resultTables = ['account_metrics', 'account_abc', 'account_rfm', 'account_lifecycle', 'account_score'] as const

/** Removes what an earlier, unfinished attempt at the same run left behind. */
export async function clearRun(warehouse: Warehouse, runId: string): Promise<void> {
  for (const table of resultTables) {
    await warehouse.run(
      {
        name: `clear-${table}`,
        parameters: z.object({ runId: z.string() }),
        sql: `ALTER TABLE ${table} DROP PARTITION {runId:String}`,
      },
      { runId },
    )
  }
}

const recordRun = defineStatement({
  name: 'record-analysis-run',
  parameters: z.object({ runId: z.string(), asOf: z.iso.date(), summary: z.string() }),
  sql: `
INSERT INTO analysis_run (run_id, as_of, completed_at, summary)
SELECT {runId:String}, toDate32({asOf:String}), now64(3), {summary:String}
WHERE {runId:String} NOT IN (SELECT run_id FROM analysis_run)
`,
})

const completedRuns = defineQuery({
  name: 'completed-runs',
  parameters: z.object({ runId: z.string() }),
  row: z.object({ summary: z.string() }),
  sql: 'SELECT summary FROM analysis_run WHERE run_id = {runId:String} LIMIT 1',
})

/** What a run that is complete came to; results are never computed twice, nor changed. */
export async function completedSummary(warehouse: Warehouse, runId: string): Promise<string | undefined> {
  const [found] = await warehouse.rows(completedRuns, { runId })
  return found?.summary
}

/** Marks a run as complete: from now on its results may be shown. */
export async function completeRun(
  warehouse: Warehouse,
  run: { readonly runId: string; readonly asOf: string; readonly summary: string },
): Promise<void> {
  await warehouse.run(recordRun, run)
}
