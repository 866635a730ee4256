import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

const loggedScores = defineQuery({
  name: 'logged-scores',
  parameters: z.object({}),
  row: z.object({ at: z.string(), score: z.number(), runId: z.string().nullable(), imports: z.array(z.int()) }),
  sql: `
SELECT * FROM (
  SELECT formatDateTime(quality_score.at, '%FT%T.%fZ', 'UTC') AS at, score, CAST(NULL, 'Nullable(String)') AS runId, imports
  FROM quality_score
  UNION ALL
  SELECT formatDateTime(completed_at, '%FT%T.%fZ', 'UTC') AS at, JSONExtractFloat(summary, 'run', 'quality', 'score') AS score,
    CAST(run_id, 'Nullable(String)') AS runId, CAST([], 'Array(UInt32)') AS imports
  FROM analysis_run
)
ORDER BY at
`,
})

export type LoggedScore = z.output<(typeof loggedScores)['row']>

/** The score of every run, and of every time the data or what is said of it had changed; oldest first. */
export function scoreHistory(warehouse: Warehouse): Promise<LoggedScore[]> {
  return warehouse.rows(loggedScores, {})
}

export interface NewScore {
  readonly imports: readonly number[]
  readonly score: number
  readonly amount: number
  readonly affected: number
  readonly openChecks: number
}

const insertScore = `INSERT INTO quality_score (sequence, at, imports, score, amount, affected, open_checks)
SELECT sequence, now64(3), imports, score, amount, affected, openChecks
FROM input('sequence UInt64, imports Array(UInt32), score Float64, amount Float64, affected Float64, openChecks UInt32')
FORMAT JSONEachRow`

/** Notes down a score where it, or the data, differs from the last one noted. */
export async function noteScore(warehouse: Warehouse, found: NewScore): Promise<void> {
  const noted = (await scoreHistory(warehouse)).filter(({ runId }) => runId === null)
  const last = noted.at(-1)
  const isSame = last?.imports.join() === found.imports.join() && Math.abs(last.score - found.score) < 1e-12
  if (isSame || found.imports.length === 0) return
  const row = JSON.stringify({ ...found, sequence: noted.length + 1 })
  await warehouse.insert({ name: 'insert-quality-score', sql: insertScore }, Buffer.from(row))
}
