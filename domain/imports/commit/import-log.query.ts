import { ImportDetail, type RecordSummary } from '@vitalfew/contract/import-log.ts'
import { ImportSummary } from '@vitalfew/contract/imports.ts'
import { ImportKind } from '@vitalfew/contract/record-kinds.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery, defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { recordTables } from '../kinds/record-kinds.ts'

const detail = z
  .string()
  .transform((text): ImportDetail | null => (text === '' ? null : ImportDetail.parse(JSON.parse(text))))

/** One row per import of sales that is there now: committed and not undone. */
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
    source: z.string(),
    detail,
  }),
  sql: `
SELECT import_id AS id, argMax(import_event.file, import_event.sequence) AS file, argMax(import_event.sha256, import_event.sequence) AS sha256,
       toUInt64(max(import_event.sequence)) AS sequence, argMax(import_event.summary, import_event.sequence) AS summary,
       argMax(import_event.source, import_event.sequence) AS source, argMax(import_event.detail, import_event.sequence) AS detail
FROM import_event
WHERE kind = 'sales'
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

/** One row per import of any kind there ever was, the newest first: what became of it, when, and on whose behalf. */
export const importStates = defineQuery({
  name: 'import-states',
  parameters: z.object({}),
  row: z.object({
    id: z.int(),
    kind: ImportKind,
    source: z.string(),
    file: z.string(),
    sha256: z.string(),
    newest: z.int(),
    state: z.enum(['committed', 'undone', 'withdrawn']),
    /** On whose behalf its newest event happened; 0 where it stands for itself. */
    cause: z.int(),
    /** On whose behalf it was made. */
    madeFor: z.int(),
    /** All on whose behalf anything ever happened to it. */
    causes: z.array(z.int()),
    committedAt: z.string(),
    changedAt: z.string(),
    summary: z.string(),
    detail,
  }),
  sql: `
SELECT
  e.import_id AS id,
  argMax(e.kind, e.sequence) AS kind,
  argMax(e.source, e.sequence) AS source,
  argMax(e.file, e.sequence) AS file,
  argMax(e.sha256, e.sequence) AS sha256,
  max(e.sequence) AS newest,
  toString(argMax(e.event, e.sequence)) AS state,
  argMax(e.cause, e.sequence) AS cause,
  argMin(e.cause, e.sequence) AS madeFor,
  groupUniqArrayIf(e.cause, e.cause != 0) AS causes,
  formatDateTime(min(e.at), '%FT%T.%fZ', 'UTC') AS committedAt,
  formatDateTime(argMax(e.at, e.sequence), '%FT%T.%fZ', 'UTC') AS changedAt,
  argMax(e.summary, e.sequence) AS summary,
  argMax(e.detail, e.sequence) AS detail
FROM import_event AS e
GROUP BY id
ORDER BY id DESC
`,
})

export type LoggedImport = z.output<(typeof importStates)['row']>

/** The tables whose partitions are imports. */
export const importTables: readonly string[] = ['sales_line', ...recordTables]

const dropImportRows = new Map(
  importTables.map((table) => [
    table,
    defineStatement({
      name: `drop-import-of-${table}`,
      parameters: z.object({ importId: z.int() }),
      sql: `ALTER TABLE ${table} DROP PARTITION {importId:UInt32}`,
    }),
  ]),
)

/** Takes every row of one import out of a table. */
export async function clearImport(
  warehouse: Warehouse,
  { importId, table = 'sales_line' }: { readonly importId: number; readonly table?: string },
): Promise<void> {
  const statement = dropImportRows.get(table)
  if (statement === undefined) throw new RangeError(`no imports are kept in ${table}`)
  await warehouse.run(statement, { importId })
}

/** Drops rows that no import owns and returns the next free import number. */
export async function clearLeftovers(warehouse: Warehouse): Promise<number> {
  const present = (await warehouse.partitions(importTables)).map(Number)
  const [numbers] = await warehouse.rows(importNumbers, { present })
  await clearOrphans(warehouse, new Set(numbers?.orphans))
  return (numbers?.highest ?? 0) + 1
}

async function clearOrphans(warehouse: Warehouse, orphans: ReadonlySet<number>): Promise<void> {
  if (orphans.size === 0) return
  for (const table of importTables) {
    const there = (await warehouse.partitions([table])).map(Number)
    for (const importId of there) if (orphans.has(importId)) await clearImport(warehouse, { importId, table })
  }
}

export interface ImportEvent {
  readonly importId: number
  readonly sequence: number
  readonly event: 'committed' | 'undone' | 'withdrawn'
  readonly file: string
  readonly sha256: string
  /** What was said of the file, or the text that keeps it. */
  readonly summary: ImportSummary | RecordSummary | string
  readonly kind?: ImportKind
  readonly source?: string
  readonly cause?: number
  readonly detail?: ImportDetail | null
}

/** Writes down what became of imports, all in one insert: readers see none of it or all. */
export async function recordImportEvents(warehouse: Warehouse, events: readonly ImportEvent[]): Promise<void> {
  const rows = events.map(({ summary, detail: said = null, kind = 'sales', source = '', cause = 0, ...event }) =>
    JSON.stringify({
      ...event,
      kind,
      source,
      cause,
      summary: typeof summary === 'string' ? summary : JSON.stringify(summary),
      detail: said === null ? '' : JSON.stringify(said),
    }),
  )
  const sql = `INSERT INTO import_event (import_id, sequence, event, at, file, sha256, summary, kind, source, cause, detail)
SELECT importId, sequence, event, now64(3), file, sha256, summary, kind, source, cause, detail
FROM input('importId UInt32, sequence UInt64, event String, file String, sha256 String, summary String, kind String, source String, cause UInt32, detail String')
FORMAT JSONEachRow`
  await warehouse.insert({ name: 'record-import-events', sql }, Buffer.from(rows.join('\n')))
}

/** The next event of an import that is in the log. */
export function nextEvent(
  { id, file, sha256, newest, kind, source, summary, detail: said }: LoggedImport,
  { event, cause }: { readonly event: 'committed' | 'withdrawn'; readonly cause: number },
): ImportEvent {
  return { importId: id, sequence: newest + 1, event, file, sha256, summary, kind, source, cause, detail: said }
}
