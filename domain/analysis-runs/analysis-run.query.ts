import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { accountRowTables } from '../accounts/index.ts'

const resultTables = [
  'account_metrics',
  'account_contribution',
  'account_abc',
  'account_rfm',
  'account_lifecycle',
  'account_value',
  'account_churn',
  'account_history',
  'account_score',
  'selection_run',
  ...accountRowTables,
] as const

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

// A summary may be larger than a parameter of a query: it travels as the body of the insert.
const recordRun = `INSERT INTO analysis_run (run_id, as_of, completed_at, summary)
SELECT run_id, toDate32(as_of), now64(3), summary
FROM input('run_id String, as_of String, summary String')
FORMAT JSONEachRow`

/** Marks a run as complete: from now on its results may be shown. */
export async function completeRun(
  warehouse: Warehouse,
  run: { readonly runId: string; readonly asOf: string; readonly summary: string },
): Promise<void> {
  const row = { run_id: run.runId, as_of: run.asOf, summary: run.summary }
  const insert = { name: 'record-analysis-run', sql: recordRun, token: `run-${run.runId}` }
  await warehouse.insert(insert, Buffer.from(JSON.stringify(row)))
}
