import { ImportSummary } from '@vitalfew/contract/imports.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery, defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** One row per import that is there now: committed and not undone. */
export const currentImports = defineQuery({
  name: 'current-imports',
  parameters: z.object({}),
  row: z.object({
    id: z.int(),
    file: z.string(),
    sha256: z.string(),
    /** Of its newest event. */
    sequence: z.int(),
    summary: z.string().transform((text) => ImportSummary.parse(JSON.parse(text))),
  }),
  sql: `
SELECT import_id AS id, argMax(import_event.file, import_event.sequence) AS file, argMax(import_event.sha256, import_event.sequence) AS sha256,
       toUInt64(max(import_event.sequence)) AS sequence, argMax(import_event.summary, import_event.sequence) AS summary
FROM import_event
GROUP BY import_id
HAVING argMax(event, import_event.sequence) = 'committed'
ORDER BY id
`,
})

/** One row: the highest import number ever given out, and which of the partitions that are there no
 * import owns: those taken out by a person keep theirs, to be put back. */
export const importNumbers = defineQuery({
  name: 'import-numbers',
  parameters: z.object({ present: z.array(z.int()) }),
  row: z.object({ highest: z.int(), orphans: z.array(z.int()) }),
  sql: `
WITH
  present AS (SELECT arrayJoin({present:Array(UInt32)}) AS import_id),
  kept AS (
    SELECT import_id FROM import_event GROUP BY import_id HAVING argMax(event, sequence) IN ('committed', 'withdrawn')
  )
SELECT
  greatest((SELECT max(import_id) FROM import_event), (SELECT max(import_id) FROM present)) AS highest,
  (SELECT groupArray(import_id) FROM present WHERE import_id NOT IN (SELECT import_id FROM kept)) AS orphans
`,
})

const dropImportRows = defineStatement({
  name: 'drop-import-rows',
  parameters: z.object({ importId: z.int() }),
  sql: 'ALTER TABLE sales_line DROP PARTITION {importId:UInt32}',
})

/** Takes every row of one import away. */
export async function clearImport(warehouse: Warehouse, importId: number): Promise<void> {
  await warehouse.run(dropImportRows, { importId })
}

export interface ImportEvent {
  readonly importId: number
  readonly sequence: number
  readonly event: 'committed' | 'undone' | 'withdrawn'
  readonly file: string
  readonly sha256: string
  readonly summary: ImportSummary
}

/** Writes down what became of imports, all in one insert: readers see none of it or all. */
export async function recordImportEvents(warehouse: Warehouse, events: readonly ImportEvent[]): Promise<void> {
  const rows = events.map((event) => JSON.stringify({ ...event, summary: JSON.stringify(event.summary) }))
  const sql = `INSERT INTO import_event (import_id, sequence, event, at, file, sha256, summary)
SELECT importId, sequence, event, now64(3), file, sha256, summary
FROM input('importId UInt32, sequence UInt64, event String, file String, sha256 String, summary String')
FORMAT JSONEachRow`
  await warehouse.insert({ name: 'record-import-events', sql }, Buffer.from(rows.join('\n')))
}
