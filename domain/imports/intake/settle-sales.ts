import type { ImportExtent, ImportOutcome, ImportTotals } from '@vitalfew/contract/import-log.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { LoggedImport } from '../commit/import-log.query.ts'
import type { Settlement, StagedFile } from '../commit/import-sales-files.ts'
import { emptyExtent, extentsOfSales } from './import-extent.query.ts'
import type { SalesIntake, Settling } from './settling.ts'
import { settleSalesFile } from './settle-sales-file.ts'

export interface SettledSales {
  readonly settlement: Settlement
  readonly outcomes: ReadonlyMap<StagedFile, ImportOutcome>
  readonly before: ImportTotals
  readonly after: ImportTotals
}

/** Decides what becomes of sales that have been written and do not count yet. */
export async function settleSales(
  warehouse: Warehouse,
  intake: SalesIntake,
  { staged, free }: { readonly staged: readonly StagedFile[]; readonly free: () => number },
): Promise<SettledSales> {
  const { log, request } = intake
  const current = log.filter(({ kind, state }) => kind === 'sales' && state === 'committed')
  const state: Settling = {
    warehouse,
    ...intake,
    free,
    current: new Map(current.map((entry) => [entry.id, entry])),
    extents: await knownExtents(warehouse, current),
    events: [],
    complete: [],
  }
  const before = totals(state)
  const outcomes = new Map<StagedFile, ImportOutcome>()
  for (const file of staged) {
    request.signal?.throwIfAborted()
    outcomes.set(file, await settleSalesFile(state, file))
  }
  const after = totals(state)
  const files = staged.map((file) => ({ ...file, id: outcomes.get(file)?.id ?? file.id }))
  const settlement = request.isPreview
    ? { files: [], complete: [], events: [] }
    : { files, complete: state.complete, events: state.events }
  return { settlement, outcomes, before, after }
}

async function knownExtents(
  warehouse: Warehouse,
  current: readonly LoggedImport[],
): Promise<Map<number, ImportExtent>> {
  const untold = current.filter(({ detail }) => detail === null).map(({ id }) => id)
  const found = await extentsOfSales(warehouse, untold)
  return new Map(current.map(({ id, detail }) => [id, detail?.extent ?? found.get(id) ?? emptyExtent]))
}

function totals({ current, extents }: Pick<Settling, 'current' | 'extents'>): ImportTotals {
  const all = [...current.keys()].map((id) => extents.get(id) ?? emptyExtent)
  const sum = (of: (extent: ImportExtent) => number): number =>
    Math.round(all.reduce((total, extent) => total + of(extent), 0) * 1e6) / 1e6
  return {
    rows: sum(({ rows }) => rows),
    netRevenue: sum((one) => one.netRevenue),
    grossProfit: sum((one) => one.grossProfit),
  }
}
