import { isDeepStrictEqual } from 'node:util'
import type { ImportDetail, ImportOutcome, ImportReport, RecordSummary } from '@vitalfew/contract/import-log.ts'
import { RecordSummary as RecordSummarySchema } from '@vitalfew/contract/import-log.ts'
import type { RecordKind } from '@vitalfew/contract/record-kinds.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { fileDigest } from '../commit/file-digest.ts'
import {
  clearLeftovers,
  importStates,
  type LoggedImport,
  nextEvent,
  recordImportEvents,
} from '../commit/import-log.query.ts'
import { recordKindDefinitions } from '../kinds/record-kinds.ts'
import { planRecordFile, type RecordFilePlan } from '../reading/plan-record-file.ts'
import { readRecordFile } from '../reading/read-record-file.ts'
import { settingsOfFile } from './file-reading.ts'
import { emptyExtent } from './import-extent.query.ts'
import type { IntakeRequest } from './intake-request.ts'
import { planWithMemory } from './plan-with-memory.ts'
import { rederiveSales } from './rederive-sales.ts'
import { recordWriter } from './record-writer.ts'
import { type RecordIntake, settleRecordFile, type StagedRecords } from './settle-record-file.ts'
import { rememberedSettings, sourceMemory } from './source-memory.ts'

/**
 * Takes files of one kind of records in, all or none, as the last ones of the source were read; or finds out what that
 * would come to. Of several rows of one key the newest counts.
 *
 * @throws ProductError `input.*`, `mapping.*`, `import.overlap`, `import.notAppendable`, `import.drift`, `run.cancelled`,
 * `warehouse.*`
 */
export async function importRecords(
  warehouse: Warehouse,
  given: IntakeRequest & { readonly kind: RecordKind },
): Promise<ImportReport> {
  const kind = recordKindDefinitions[given.kind]
  const log = await warehouse.rows(importStates, {})
  const memory = sourceMemory(log, { kind: given.kind, source: given.source })
  const settings = given.isWhole === true ? given.settings : rememberedSettings(memory, given.settings)
  const request = { ...given, settings }
  const plans: RecordFilePlan[] = []
  for (const path of request.paths) {
    const { signal, readings } = request
    const own = settingsOfFile(request, path)
    const fixes = readings?.get(path)?.fixes
    const plan = await planWithMemory({ memory, settings: own }, (overrides) =>
      planRecordFile({ kind, path, overrides, sheet: own.sheet, fixes, valueFixes: own.fixes, signal }),
    )
    plans.push(plan)
  }
  request.onPlanned?.(plans)
  let highest = (await clearLeftovers(warehouse)) - 1
  const free = (): number => (highest += 1)
  const current = log.filter((entry) => entry.kind === given.kind && entry.state === 'committed')
  const intake: RecordIntake = {
    warehouse,
    kind,
    request,
    memory,
    log,
    current: new Map(current.map((entry) => [entry.id, entry])),
    free,
    events: [],
    complete: [],
  }
  const before = rowsOf(current)
  try {
    const files: ImportOutcome[] = []
    for (const plan of plans) files.push(await takeFile(intake, plan))
    for (const id of intake.complete) await warehouse.seal('import_id', id)
    request.signal?.throwIfAborted()
    if (!request.isPreview && intake.events.length > 0) await recordImportEvents(warehouse, intake.events)
    const none = { netRevenue: 0, grossProfit: 0 }
    const after = rowsOf(intake.current.values())
    return { isPreview: request.isPreview, before: { rows: before, ...none }, after: { rows: after, ...none }, files }
  } finally {
    await clearLeftovers(warehouse).catch(() => undefined)
  }
}

function rowsOf(entries: Iterable<LoggedImport>): number {
  return [...entries].reduce((sum, { detail }) => sum + (detail?.extent.rows ?? 0), 0)
}

async function takeFile(intake: RecordIntake, plan: RecordFilePlan): Promise<ImportOutcome> {
  const { current, request, events, complete } = intake
  const sha256 = await fileDigest(plan.path, plan.source.totalBytes)
  const same = [...current.values()].filter((entry) => entry.sha256 === sha256)
  const known = same.find((entry) => isReadAlike(entry, { plan, settings: request.settings }))
  if (known !== undefined) return outcomeOfKnown(known, request)
  const id = intake.free()
  const summary = await write(intake, { plan, id })
  const staged: StagedRecords = { id, plan, sha256, summary }
  const { outcome: settled, detail, again } = await settleRecordFile(intake, { staged, again: same })
  const outcome = { ...settled, ...(await rederiveSales(intake, { kind: plan.kind.kind, cause: settled.id })) }
  for (const entry of again) {
    events.push(nextEvent(entry, { event: 'withdrawn', cause: outcome.id }))
    current.delete(entry.id)
  }
  const entry = logged(staged, { id: outcome.id, detail, request })
  events.push(nextEvent(entry, { event: 'committed', cause: 0 }))
  complete.push(outcome.id)
  current.set(outcome.id, { ...entry, newest: 1 })
  return request.isPreview ? { ...outcome, id: 0 } : outcome
}

async function write(
  { warehouse, kind, request }: RecordIntake,
  { plan, id }: { readonly plan: RecordFilePlan; readonly id: number },
): Promise<RecordSummary> {
  const writer = recordWriter(warehouse, { kind, importId: id })
  const { onLeftOut, onProgress, signal } = request
  const summary = await readRecordFile(plan, {
    signal,
    onRecords: (records) => writer.write(records),
    onLeftOut: async (rows) => onLeftOut?.(plan, rows),
    onProgress: (state) => onProgress?.(plan.path, state),
  })
  await writer.end()
  return summary
}

function isReadAlike(
  entry: LoggedImport,
  { plan, settings }: { readonly plan: RecordFilePlan; readonly settings: IntakeRequest['settings'] },
): boolean {
  const before = RecordSummarySchema.parse(JSON.parse(entry.summary))
  return (
    before.sheet === plan.source.sheet &&
    isDeepStrictEqual(before.mapping, plan.mapping) &&
    isDeepStrictEqual(before.fixes ?? [], plan.fixes) &&
    isDeepStrictEqual(entry.detail?.settings.fixes ?? [], settings.fixes ?? [])
  )
}

function outcomeOfKnown({ id, kind, summary, detail }: LoggedImport, { source }: IntakeRequest): ImportOutcome {
  const before = RecordSummarySchema.parse(JSON.parse(summary))
  return {
    id,
    kind,
    source,
    file: before.file,
    state: 'known',
    rows: before.rows,
    accepted: before.accepted,
    rejected: before.rejected,
    setAside: before.setAside,
    mapping: before.mapping,
    unusedHeaders: before.unusedHeaders,
    unread: before.unread,
    extent: detail?.extent ?? emptyExtent,
    comparison: { added: 0, same: before.accepted, changed: 0, gone: 0, unknownCustomers: 0 },
    overlaps: [],
    overlapPolicy: null,
    drift: [],
    profitFromProducts: 0,
    converted: 0,
    withoutRate: 0,
  }
}

function logged(
  { sha256, summary }: StagedRecords,
  of: { readonly id: number; readonly detail: ImportDetail; readonly request: IntakeRequest },
): LoggedImport {
  return {
    id: of.id,
    kind: summary.kind,
    source: of.request.source,
    file: summary.file,
    sha256,
    newest: 0,
    state: 'committed',
    cause: 0,
    madeFor: 0,
    causes: [],
    committedAt: '',
    changedAt: '',
    summary: JSON.stringify(summary),
    detail: of.detail,
  }
}
