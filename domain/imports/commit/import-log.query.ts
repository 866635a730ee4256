import { ImportSummary } from '@vitalfew/contract/imports.ts'
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
    summary: z.string().transform((text) => ImportSummary.parse(JSON.parse(text))),
  }),
  sql: `
SELECT import_id AS id, argMax(file, sequence) AS file, argMax(sha256, sequence) AS sha256,
       argMax(summary, sequence) AS summary
FROM import_event
GROUP BY import_id
HAVING argMax(event, sequence) = 'committed'
ORDER BY id
`,
})

/** One row: the highest import number ever given out, and partitions no committed import owns. */
export const importNumbers = defineQuery({
  name: 'import-numbers',
  parameters: z.object({}),
  row: z.object({ highest: z.int(), orphans: z.array(z.int()) }),
  sql: `
WITH
  present AS (
    SELECT DISTINCT import_id FROM sales_line
    UNION DISTINCT
    SELECT DISTINCT import_id FROM staged_row
  ),
  committed AS (
    SELECT import_id FROM import_event GROUP BY import_id HAVING argMax(event, sequence) = 'committed'
  )
SELECT
  greatest((SELECT max(import_id) FROM import_event), (SELECT max(import_id) FROM present)) AS highest,
  (SELECT groupArray(import_id) FROM present WHERE import_id NOT IN (SELECT import_id FROM committed)) AS orphans
`,
})

/** Takes the rows of one import away, at once and whole. */
export const dropImportRows = defineStatement({
  name: 'drop-import-rows',
  parameters: z.object({ importId: z.int() }),
  sql: 'ALTER TABLE sales_line DROP PARTITION {importId:UInt32}',
})

/** Writes down what became of imports, all in one insert: readers see none of it or all. */
export const recordImportEvents = defineStatement({
  name: 'record-import-events',
  parameters: z.object({
    ids: z.array(z.int()),
    sequences: z.array(z.int()),
    events: z.array(z.enum(['committed', 'undone'])),
    files: z.array(z.string()),
    digests: z.array(z.string()),
    summaries: z.array(z.string()),
  }),
  sql: `
INSERT INTO import_event (import_id, sequence, event, at, file, sha256, summary)
SELECT id, sequence, event, now64(3), file, digest, summary
FROM (SELECT {ids:Array(UInt32)} AS ids, {sequences:Array(UInt64)} AS sequences, {events:Array(String)} AS events,
             {files:Array(String)} AS files, {digests:Array(String)} AS digests, {summaries:Array(String)} AS summaries)
ARRAY JOIN ids AS id, sequences AS sequence, events AS event, files AS file, digests AS digest, summaries AS summary
`,
})
