import { z } from 'zod'
import type { Warehouse } from '../connect.ts'
import { defineQuery } from '../query.ts'

/** What a warehouse says it holds: its imports, with the digest of their bytes, and its runs. */
const entries = defineQuery({
  name: 'warehouse-entries',
  parameters: z.object({}),
  row: z.object({ entry: z.string() }),
  sql: `
SELECT concat('import ', toString(import_id), ' ', toString(sequence), ' ', sha256) AS entry FROM import_event
UNION ALL
SELECT concat('run ', run_id) AS entry FROM analysis_run
ORDER BY entry`,
})

/** How many imports and runs one warehouse has that another knows nothing of. */
export async function entriesUnknownTo(from: Warehouse, to: Warehouse): Promise<number> {
  const known = new Set((await from.rows(entries, {})).map(({ entry }) => entry))
  return (await to.rows(entries, {})).filter(({ entry }) => !known.has(entry)).length
}
