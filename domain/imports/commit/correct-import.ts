import { ProductError } from '@vitalfew/contract/errors.ts'
import { ImportSummary } from '@vitalfew/contract/imports.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import {
  clearLeftovers,
  type ImportEvent,
  importStates,
  type LoggedImport,
  nextEvent,
  recordImportEvents,
} from './import-log.query.ts'

interface Correction {
  /** The import as its file was read; its lines stay as they are. */
  readonly originalId: number
  /** The import that stands for it now: itself, or an earlier correction of it. */
  readonly currentId: number
  /** By which steps it is corrected; none puts the original back. */
  readonly corrects: NonNullable<ImportSummary['corrects']> | null
  /** Writes the corrected lines under the number of a new import. */
  readonly fill: (importId: number) => Promise<void>
}

/**
 * Puts a corrected copy of an import in its place, or the import itself in place of its copy: readers see the one or the
 * other. The original is kept aside with all its lines; an earlier copy goes.
 *
 * @returns the number of the import that stands for it from now on
 * @throws ProductError `import.notFound`, `import.notCurrent`, `warehouse.*`, `disk.full`
 */
export async function correctImport(
  warehouse: Warehouse,
  { originalId, currentId, corrects, fill }: Correction,
): Promise<number> {
  const newId = await clearLeftovers(warehouse)
  const all = await warehouse.rows(importStates, {})
  const original = found(all, originalId)
  const current = found(all, currentId)
  if (current.state !== 'committed') throw new ProductError('import.notCurrent', { import: currentId })
  const outgoing: ImportEvent = {
    ...nextEvent(current, { event: 'withdrawn', cause: 0 }),
    // A copy that nothing stands for any more can be made again; what was read from a file cannot.
    event: currentId === originalId ? 'withdrawn' : 'undone',
  }
  if (corrects === null) {
    if (currentId === originalId) return originalId
    await recordImportEvents(warehouse, [nextEvent(original, { event: 'committed', cause: 0 }), outgoing])
    await clearLeftovers(warehouse)
    return originalId
  }
  try {
    await fill(newId)
    await warehouse.seal('import_id', newId)
    const summary = { ...ImportSummary.parse(JSON.parse(original.summary)), corrects }
    const incoming: ImportEvent = {
      ...nextEvent(original, { event: 'committed', cause: 0 }),
      importId: newId,
      sequence: 1,
      summary,
    }
    await recordImportEvents(warehouse, [incoming, outgoing])
  } finally {
    await clearLeftovers(warehouse)
  }
  return newId
}

function found(all: readonly LoggedImport[], importId: number): LoggedImport {
  const entry = all.find(({ id }) => id === importId)
  if (entry === undefined) throw new ProductError('import.notFound', { import: importId })
  return entry
}
