import type { ImportLogEntry } from '@vitalfew/contract/import-log.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { z } from 'zod'
import { importStates, type LoggedImport } from '../commit/import-log.query.ts'

const Counts = z.object({ rows: z.int(), rejected: z.int() })

/**
 * Every import of any kind, the newest first. An import that only kept the remainder of another one is told while it counts.
 */
export async function importLog(warehouse: Warehouse): Promise<ImportLogEntry[]> {
  const all = await warehouse.rows(importStates, {})
  return all.filter(({ madeFor, state }) => madeFor === 0 || state === 'committed').map(told)
}

function told(entry: LoggedImport): ImportLogEntry {
  const { id, kind, source, file, sha256, detail, summary } = entry
  const { rows, rejected } = Counts.parse(JSON.parse(summary))
  return {
    id,
    kind,
    source,
    file,
    sha256: sha256.slice(0, 64),
    state: stateOf(entry),
    importedAt: new Date(entry.committedAt).toISOString(),
    changedAt: new Date(entry.changedAt).toISOString(),
    cause: entry.cause === 0 ? null : entry.cause,
    rows: detail?.extent.rows ?? rows - rejected,
    rejected,
    detail,
  }
}

function stateOf({ state, cause }: LoggedImport): ImportLogEntry['state'] {
  if (state === 'committed') return 'current'
  return state === 'withdrawn' && cause === 0 ? 'undone' : 'replaced'
}
