import type { ImportOutcome, ImportReport } from '@vitalfew/contract/import-log.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { importStates } from '../commit/import-log.query.ts'
import { type ImportedFile, importSalesFiles } from '../commit/import-sales-files.ts'
import { planSalesFile, type SalesFilePlan } from '../plan-sales-file.ts'
import { settingsOfFile } from './file-reading.ts'
import { emptyExtent } from './import-extent.query.ts'
import type { IntakeRequest } from './intake-request.ts'
import { planWithMemory } from './plan-with-memory.ts'
import { type SettledSales, settleSales } from './settle-sales.ts'
import { rememberedSettings, type SourceMemory, sourceMemory } from './source-memory.ts'

/**
 * Takes sales files in from a source, all or none, as the last ones of the source were read; or finds out what that would
 * come to.
 *
 * @throws ProductError `input.*`, `mapping.*`, `import.overlap`, `import.drift`, `run.cancelled`, `warehouse.*`
 */
export async function importSales(warehouse: Warehouse, given: IntakeRequest): Promise<ImportReport> {
  const log = await warehouse.rows(importStates, {})
  const memory = sourceMemory(log, { kind: 'sales', source: given.source })
  const settings = given.isWhole === true ? given.settings : rememberedSettings(memory, given.settings)
  const request = { ...given, settings }
  const plans = await planFiles(request, memory)
  request.onPlanned?.(plans)
  const { onLeftOut, onProgress, signal } = request
  let settled: SettledSales | undefined
  const files = await importSalesFiles(warehouse, {
    plans,
    settings,
    dropDuplicates: new Set(plans.filter(({ path }) => settingsOfFile(request, path).dropDuplicates === true)),
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
    onLeftOut: async (plan, rows) => onLeftOut?.(plan, rows),
    settle: async (staged, free) => {
      settled = await settleSales(warehouse, { request, memory, log }, { staged, free })
      return settled.settlement
    },
  })
  const none = { rows: 0, netRevenue: 0, grossProfit: 0 }
  const outcomes = [...(settled?.outcomes ?? [])]
  return {
    isPreview: request.isPreview,
    before: settled?.before ?? none,
    after: settled?.after ?? none,
    files: files.map((file) => {
      const found = outcomes.find(([staged]) => file.isNew && staged.sha256 === file.sha256)
      return found?.[1] ?? known(file, request)
    }),
  }
}

async function planFiles(request: IntakeRequest, memory: SourceMemory | undefined): Promise<SalesFilePlan[]> {
  const { signal, readings } = request
  const plans: SalesFilePlan[] = []
  for (const path of request.paths) {
    const settings = settingsOfFile(request, path)
    const fixes = readings?.get(path)?.fixes
    const plan = await planWithMemory({ memory, settings }, (overrides) =>
      planSalesFile({ path, overrides, sheet: settings.sheet, fixes, valueFixes: settings.fixes, signal }),
    )
    plans.push({ ...plan, currency: plan.currency || (settings.currency ?? '') })
  }
  return plans
}

/** A file whose bytes are there already, read alike. */
function known({ id, summary }: ImportedFile, { source }: IntakeRequest): ImportOutcome {
  const { file, rows, accepted, rejected, setAside, mapping, unusedHeaders } = summary
  return {
    id,
    kind: 'sales',
    source,
    file,
    state: 'known',
    rows,
    accepted,
    rejected,
    setAside,
    mapping: { ...mapping },
    unusedHeaders,
    unread: [],
    extent: emptyExtent,
    comparison: { added: 0, same: accepted, changed: 0, gone: 0, unknownCustomers: 0 },
    overlaps: [],
    overlapPolicy: null,
    drift: [],
    profitFromProducts: 0,
    converted: 0,
    withoutRate: 0,
  }
}
