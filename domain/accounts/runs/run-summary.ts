import { ProductError } from '@vitalfew/contract/errors.ts'
import { Run } from '@vitalfew/contract/run.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

const summaryOfRun = defineQuery({
  name: 'summary-of-run',
  parameters: z.object({ runId: z.string() }),
  row: z.object({ summary: z.string() }),
  sql: 'SELECT summary FROM analysis_run WHERE run_id = {runId:String} LIMIT 1',
})

const Summary = z.object({ run: Run })

/** The last runs that were asked for; a run never changes. */
const remembered = new Map<string, Promise<Run>>()
const most = 4

/**
 * Everything that a run says of all accounts together.
 *
 * @throws ProductError `run.notFound`, `run.outdated`
 */
export function runSummary(warehouse: Warehouse, runId: string): Promise<Run> {
  const known = remembered.get(runId)
  if (known !== undefined) return known
  const asked = read(warehouse, runId)
  asked.catch(() => remembered.delete(runId))
  if (remembered.size >= most) remembered.delete([...remembered.keys()][0] ?? '')
  remembered.set(runId, asked)
  return asked
}

async function read(warehouse: Warehouse, runId: string): Promise<Run> {
  const [found] = await warehouse.rows(summaryOfRun, { runId })
  if (found === undefined) throw new ProductError('run.notFound', { run: runId })
  const summary = Summary.safeParse(JSON.parse(found.summary))
  // What an early version wrote may lack what is asked of a run today.
  if (!summary.success) throw new ProductError('run.outdated', { run: runId, product: '' }, { cause: summary.error })
  return summary.data.run
}
