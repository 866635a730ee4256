import type { FileSummary } from '@vitalfew/contract/api/imports.ts'
import type { ImportDrift } from '@vitalfew/contract/import-log.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { importStates, type LoggedImport } from '../commit/import-log.query.ts'
import { shapeDrift, volumeDrift } from '../intake/find-drift.ts'
import { fileSummary } from './file-summary.ts'

/** An import of any kind, and what became of it. */
export interface FileImport extends Omit<LoggedImport, 'summary'> {
  readonly summary: FileSummary
}

/**
 * Every import there ever was, the newest first; without those that only kept a remainder of another one and have been given
 * up since, and without corrected copies that nothing stands for any more.
 */
export async function fileHistory(warehouse: Warehouse): Promise<FileImport[]> {
  const all = await warehouse.rows(importStates, {})
  return all
    .filter(({ state, madeFor }) => madeFor === 0 || state === 'committed')
    .filter(({ state, summary }) => state !== 'undone' || !isCorrection(summary))
    .map((entry) => ({ ...entry, summary: fileSummary(entry) }))
}

function isCorrection(summary: string): boolean {
  const written: unknown = JSON.parse(summary)
  return typeof written === 'object' && written !== null && 'corrects' in written
}

/** How an import differs from the one that its source sent before; nothing where there is none, or no source. */
export function driftSinceLast(history: readonly FileImport[], entry: FileImport): ImportDrift[] {
  if (entry.source === '' || entry.detail === null || entry.madeFor !== 0) return []
  const earlier = history.filter(
    ({ id, kind, source, madeFor }) => id < entry.id && kind === entry.kind && source === entry.source && madeFor === 0,
  )
  const [last] = earlier.filter(({ detail }) => detail !== null)
  if (last?.detail === undefined || last.detail === null) return []
  const extents = earlier.flatMap(({ detail }) => (detail === null ? [] : [detail.extent]))
  return [
    ...shapeDrift(
      { columns: last.detail.columns, ...last.summary },
      { columns: entry.detail.columns, ...entry.summary },
    ),
    ...volumeDrift(extents, entry.detail.extent),
  ]
}
