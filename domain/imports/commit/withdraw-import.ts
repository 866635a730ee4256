import { ProductError } from '@vitalfew/contract/errors.ts'
import { ImportSummary } from '@vitalfew/contract/imports.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { type ImportEvent, recordImportEvents } from './import-log.query.ts'

/** One row per import there ever was, the newest first: what became of it, and when. */
const importStates = defineQuery({
  name: 'import-states',
  parameters: z.object({}),
  row: z.object({
    id: z.int(),
    file: z.string(),
    sha256: z.string(),
    newest: z.int(),
    state: z.enum(['committed', 'undone', 'withdrawn']),
    committedAt: z.string(),
    changedAt: z.string(),
    summary: z.string().transform((text) => ImportSummary.parse(JSON.parse(text))),
  }),
  sql: `
SELECT
  e.import_id AS id,
  argMax(e.file, e.sequence) AS file,
  argMax(e.sha256, e.sequence) AS sha256,
  max(e.sequence) AS newest,
  toString(argMax(e.event, e.sequence)) AS state,
  formatDateTime(min(e.at), '%FT%T.%fZ', 'UTC') AS committedAt,
  formatDateTime(argMax(e.at, e.sequence), '%FT%T.%fZ', 'UTC') AS changedAt,
  argMax(e.summary, e.sequence) AS summary
FROM import_event AS e
GROUP BY id
ORDER BY id DESC
`,
})

export type ImportState = z.output<(typeof importStates)['row']>

/** Every import there ever was, the newest first. */
export function importHistory(warehouse: Warehouse): Promise<ImportState[]> {
  return warehouse.rows(importStates, {})
}

/**
 * Makes sure that an import can be taken out, or put back.
 *
 * @throws ProductError `import.notFound`, `import.notCurrent`, `import.notUndone`, `import.twice` where the same file is
 * there by another import
 */
export async function changeableImport(
  warehouse: Warehouse,
  { importId, action }: { readonly importId: number; readonly action: 'withdraw' | 'restore' },
): Promise<ImportState> {
  const all = await importHistory(warehouse)
  const found = all.find(({ id }) => id === importId)
  if (found === undefined) throw new ProductError('import.notFound', { import: importId })
  if (action === 'withdraw') {
    if (found.state !== 'committed') throw new ProductError('import.notCurrent', { import: importId })
    return found
  }
  if (found.state !== 'withdrawn') throw new ProductError('import.notUndone', { import: importId })
  const same = all.find(({ state, sha256 }) => state === 'committed' && sha256 === found.sha256)
  if (same !== undefined) throw new ProductError('import.twice', { import: same.id })
  return found
}

/** Takes an import out of every later run; its rows stay, so that it can be put back. Twice is once. */
export function withdrawImport(warehouse: Warehouse, importId: number): Promise<void> {
  return change(warehouse, { importId, action: 'withdraw', reached: 'withdrawn' })
}

/** Puts an import back that was taken out. Twice is once. */
export function restoreImport(warehouse: Warehouse, importId: number): Promise<void> {
  return change(warehouse, { importId, action: 'restore', reached: 'committed' })
}

async function change(
  warehouse: Warehouse,
  {
    importId,
    action,
    reached,
  }: {
    readonly importId: number
    readonly action: 'withdraw' | 'restore'
    readonly reached: 'withdrawn' | 'committed'
  },
): Promise<void> {
  const now = (await importHistory(warehouse)).find(({ id }) => id === importId)
  if (now?.state === reached) return
  const { file, sha256, summary, newest } = await changeableImport(warehouse, { importId, action })
  const event: ImportEvent = { importId, sequence: newest + 1, event: reached, file, sha256, summary }
  await recordImportEvents(warehouse, [event])
}
