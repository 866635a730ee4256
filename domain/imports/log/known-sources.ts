import type { ImportKind } from '@vitalfew/contract/record-kinds.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { importStates } from '../commit/import-log.query.ts'
import { type SourceMemory, sourceMemory } from '../intake/source-memory.ts'
import { driftSinceLast, fileHistory, type FileImport } from './file-history.ts'

/** A source as its imports tell of it. */
export interface KnownSource {
  readonly kind: ImportKind
  readonly name: string
  readonly memory: SourceMemory | undefined
  /** How many of its imports count. */
  readonly imports: number
  readonly last: FileImport | undefined
  readonly drift: ReturnType<typeof driftSinceLast>
}

/** Every source that the log of imports knows, the one that sent something last first. */
export async function knownSources(warehouse: Warehouse): Promise<KnownSource[]> {
  const [log, history] = await Promise.all([warehouse.rows(importStates, {}), fileHistory(warehouse)])
  const named = Map.groupBy(
    history.filter(({ source }) => source !== ''),
    ({ kind, source }) => JSON.stringify([kind, source]),
  )
  return [...named.values()].flatMap((own) => {
    const [newest] = own
    if (newest === undefined) return []
    const { kind, source: name } = newest
    const current = own.filter(({ state }) => state === 'committed')
    const last = current.find(({ madeFor }) => madeFor === 0)
    const drift = last === undefined ? [] : driftSinceLast(history, last)
    return [{ kind, name, memory: sourceMemory(log, { kind, source: name }), imports: current.length, last, drift }]
  })
}

/** What is remembered of one source; undefined where nothing is. */
export async function importedOf(
  warehouse: Warehouse,
  { kind, name }: { readonly kind: ImportKind; readonly name: string },
): Promise<SourceMemory | undefined> {
  return name === '' ? undefined : sourceMemory(await warehouse.rows(importStates, {}), { kind, source: name })
}
