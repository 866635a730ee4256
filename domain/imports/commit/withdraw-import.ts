import { ProductError } from '@vitalfew/contract/errors.ts'
import { ImportSummary } from '@vitalfew/contract/imports.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { type ImportEvent, importStates, type LoggedImport, nextEvent, recordImportEvents } from './import-log.query.ts'

/** An import of sales, and what became of it. */
export type ImportState = Omit<LoggedImport, 'summary'> & { readonly summary: ImportSummary }

/**
 * Every import of sales there ever was, the newest first; without those that only kept a remainder of another one and have
 * been given up since.
 */
export async function importHistory(warehouse: Warehouse): Promise<ImportState[]> {
  const all = await warehouse.rows(importStates, {})
  return (
    all
      .filter(({ kind, state, madeFor }) => kind === 'sales' && (madeFor === 0 || state === 'committed'))
      .map((entry) => ({ ...entry, summary: ImportSummary.parse(JSON.parse(entry.summary)) }))
      // A corrected copy that nothing stands for any more was never somebody's import.
      .filter(({ state, summary }) => state !== 'undone' || summary.corrects === undefined)
  )
}

interface Change {
  readonly importId: number
  readonly action: 'withdraw' | 'restore'
}

/**
 * Makes sure that an import can be taken out, or put back.
 *
 * @throws ProductError `import.notFound`, `import.notCurrent`, `import.notUndone`, `import.twice` where the same file is
 * there by another import, `import.changedSince` where a later import has to be undone first
 */
export async function changeableImport(warehouse: Warehouse, asked: Change): Promise<LoggedImport> {
  return checked(await warehouse.rows(importStates, {}), asked)
}

function checked(all: readonly LoggedImport[], { importId, action }: Change): LoggedImport {
  const found = all.find(({ id }) => id === importId)
  if (found === undefined) throw new ProductError('import.notFound', { import: importId })
  if (action === 'withdraw') {
    if (found.state !== 'committed') {
      const isReplaced = found.state === 'withdrawn' && found.cause !== 0
      if (isReplaced) throw new ProductError('import.changedSince', { import: importId, later: found.cause })
      throw new ProductError('import.notCurrent', { import: importId })
    }
    if (found.madeFor !== 0 && found.cause !== 0) {
      throw new ProductError('import.changedSince', { import: importId, later: found.madeFor })
    }
  } else {
    if (found.state !== 'withdrawn' || found.cause !== 0) {
      throw new ProductError('import.notUndone', { import: importId })
    }
    const same = all.find(
      ({ state, sha256, kind }) => state === 'committed' && sha256 === found.sha256 && kind === found.kind,
    )
    if (same !== undefined) throw new ProductError('import.twice', { import: same.id })
  }
  const touched = all.find(({ causes, cause }) => causes.includes(importId) && cause !== importId)
  if (touched !== undefined) {
    throw new ProductError('import.changedSince', {
      import: importId,
      later: touched.cause === 0 ? touched.id : touched.cause,
    })
  }
  return found
}

/**
 * Takes an import out of every later run, and puts back what had to make room for it. Its rows stay, so that it can be put
 * back. Twice is once.
 *
 * @throws ProductError as `changeableImport`
 */
export function withdrawImport(warehouse: Warehouse, importId: number): Promise<void> {
  return change(warehouse, { importId, action: 'withdraw' })
}

/** Puts an import back that was taken out. Twice is once. */
export function restoreImport(warehouse: Warehouse, importId: number): Promise<void> {
  return change(warehouse, { importId, action: 'restore' })
}

const reached = { withdraw: 'withdrawn', restore: 'committed' } as const
const turned = { committed: 'withdrawn', withdrawn: 'committed' } as const

async function change(warehouse: Warehouse, { importId, action }: Change): Promise<void> {
  const all = await warehouse.rows(importStates, {})
  const now = all.find(({ id }) => id === importId)
  if (now?.state === reached[action] && now.cause === 0) return
  const found = checked(all, { importId, action })
  const events: ImportEvent[] = [nextEvent(found, { event: reached[action], cause: 0 })]
  for (const other of all) {
    if (other.cause !== importId || other.state === 'undone') continue
    events.push(nextEvent(other, { event: turned[other.state], cause: importId }))
  }
  await recordImportEvents(warehouse, events)
}
