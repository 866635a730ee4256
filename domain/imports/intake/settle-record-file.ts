import { ProductError } from '@vitalfew/contract/errors.ts'
import type {
  ImportDetail,
  ImportDrift,
  ImportExtent,
  ImportOutcome,
  OverlapPolicy,
  RecordSummary,
} from '@vitalfew/contract/import-log.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { clearImport, type ImportEvent, type LoggedImport, nextEvent } from '../commit/import-log.query.ts'
import type { RecordKindDefinition } from '../kinds/record-kind.ts'
import type { RecordFilePlan } from '../reading/plan-record-file.ts'
import { attachByName } from './attach-by-name.query.ts'
import { compareRecords } from './compare-records.query.ts'
import { copyRecords, copyUnknownRecords } from './copy-rows.query.ts'
import { settingsOfFile } from './file-reading.ts'
import { columnsOf, requireLikeness, shapeDrift, volumeDrift } from './find-drift.ts'
import { type CoveredImport, findOverlaps, requirePolicy } from './find-overlaps.ts'
import { extentOfRecords } from './import-extent.query.ts'
import type { IntakeRequest } from './intake-request.ts'
import type { SourceMemory } from './source-memory.ts'

/** Records that are to be taken in, and what is there of their kind. */
export interface RecordIntake {
  readonly warehouse: Warehouse
  readonly kind: RecordKindDefinition
  readonly request: IntakeRequest
  readonly memory: SourceMemory | undefined
  readonly log: readonly LoggedImport[]
  /** The imports of the kind that count, as they are after the files settled so far. */
  readonly current: Map<number, LoggedImport>
  readonly free: () => number
  readonly events: ImportEvent[]
  readonly complete: number[]
}

/** A file whose records are in the warehouse and do not count yet. */
export interface StagedRecords {
  readonly id: number
  readonly plan: RecordFilePlan
  readonly sha256: string
  readonly summary: RecordSummary
}

export interface SettledRecords {
  readonly outcome: ImportOutcome
  readonly detail: ImportDetail
  /** Imports of the same bytes, read otherwise, that it takes the place of. */
  readonly again: readonly LoggedImport[]
}

/** Decides what becomes of one file of records, and of the imports it takes the place of. */
export async function settleRecordFile(
  intake: RecordIntake,
  { staged, again }: { readonly staged: StagedRecords; readonly again: readonly LoggedImport[] },
): Promise<SettledRecords> {
  const { warehouse, kind, request, log } = intake
  const attached = await byName(intake, staged)
  const whole = await extentOfRecords(warehouse, { kind, importId: attached })
  const { columns, drift } = likeness(intake, { staged, extent: whole })
  const sales = log.filter((entry) => entry.kind === 'sales' && entry.state === 'committed').map(({ id }) => id)
  const others = [...intake.current.values()].filter((entry) => !again.includes(entry))
  const overlaps = findOverlaps(covered(others, request.source), whole)
  const isKeyed = kind.keys.length > 0
  const compared = isKeyed ? others : overlaps.map(({ entry }) => entry)
  const comparison = await compareRecords(warehouse, {
    kind,
    importId: attached,
    sales,
    firstDay: whole.firstDay,
    lastDay: whole.lastDay,
    others: compared.map(({ id }) => id),
  })
  const policy = policyOf(intake, { staged, whole, overlaps: isKeyed ? [] : overlaps, comparison })
  const id = await placed(intake, { id: attached, policy, others, overlaps, whole })
  const extent = policy === 'skip' ? await extentOfRecords(warehouse, { kind, importId: id }) : whole
  return {
    outcome: {
      ...described(request, staged),
      id,
      extent,
      comparison,
      drift,
      overlapPolicy: policy,
      overlaps: told(isKeyed ? [] : overlaps),
    },
    detail: { settings: settingsOfFile(request, staged.plan.path), origin: request.origin, extent, columns },
    again,
  }
}

function described(request: IntakeRequest, { summary }: StagedRecords) {
  const { rows, accepted, rejected, setAside, mapping, unusedHeaders, unread, file, kind } = summary
  const state: ImportOutcome['state'] = request.isPreview ? 'preview' : 'imported'
  const money = { profitFromProducts: 0, converted: 0, withoutRate: 0 }
  const { source } = request
  return { kind, source, file, state, rows, accepted, rejected, setAside, mapping, unusedHeaders, unread, ...money }
}

function told(overlaps: readonly CoveredImport[]): ImportOutcome['overlaps'] {
  return overlaps.map(({ entry: { id, file }, firstDay, lastDay }) => ({ id, file, firstDay, lastDay }))
}

/** Where a file knows customers by name alone, they are given the keys under which sales know these names. */
async function byName({ warehouse, kind, log, free }: RecordIntake, { id, plan }: StagedRecords): Promise<number> {
  const { customer, customerName } = plan.columns
  if (customer === undefined || customer !== customerName) return id
  const sales = log.filter((entry) => entry.kind === 'sales' && entry.state === 'committed').map((entry) => entry.id)
  if (sales.length === 0) return id
  const to = free()
  await attachByName(warehouse, { kind, from: id, to, sales })
  await clearImport(warehouse, { importId: id, table: kind.table })
  return to
}

/** @throws ProductError `import.drift` */
function likeness(
  { request, memory }: RecordIntake,
  { staged, extent }: { readonly staged: StagedRecords; readonly extent: ImportExtent },
): { readonly columns: ImportDetail['columns']; readonly drift: ImportDrift[] } {
  const { plan, summary } = staged
  const columns = columnsOf(plan.headers.slice(plan.returnedColumns), plan.samples.slice(plan.returnedColumns))
  if (memory === undefined) return { columns, drift: [] }
  const { mapping, units, encoding } = summary
  const drift = [
    ...shapeDrift(memory.shape, { columns, mapping, units, encoding }),
    ...volumeDrift(memory.extents, extent),
  ]
  const isAccepted = request.acceptDrift || request.isPreview
  requireLikeness(drift, { file: plan.file, source: request.source, isAccepted, locale: request.locale })
  return { columns, drift }
}

function covered(entries: readonly LoggedImport[], source: string): CoveredImport[] {
  return entries.flatMap((entry) => {
    const { firstDay = null, lastDay = null } = entry.detail?.extent ?? {}
    if (entry.source !== source || firstDay === null || lastDay === null) return []
    return [{ entry, firstDay, lastDay }]
  })
}

/** @throws ProductError `import.overlap`, `import.notAppendable` */
function policyOf(
  { kind, request }: RecordIntake,
  found: {
    readonly staged: StagedRecords
    readonly whole: ImportExtent
    readonly overlaps: readonly CoveredImport[]
    readonly comparison: ImportOutcome['comparison']
  },
): OverlapPolicy | null {
  const { policy, isPreview } = request
  if (kind.keys.length > 0) {
    if (policy === 'append') throw new ProductError('import.notAppendable', { kind: kind.kind })
    return policy ?? (found.comparison.changed + found.comparison.same > 0 ? 'replace' : null)
  }
  const { staged, whole: extent, overlaps, comparison } = found
  requirePolicy({ file: staged.plan.file, extent, overlaps, comparison, policy, isPreview })
  return overlaps.length === 0 ? null : (policy ?? 'append')
}

interface Placing {
  readonly id: number
  readonly policy: OverlapPolicy | null
  readonly others: readonly LoggedImport[]
  readonly overlaps: readonly CoveredImport[]
  readonly whole: ImportExtent
}

/** Leaves out of the new rows, or of those that are there, what is not to be; returns the number the new rows stand under. */
async function placed(intake: RecordIntake, { id, policy, others, overlaps, whole }: Placing): Promise<number> {
  const { warehouse, kind, free } = intake
  const isKeyed = kind.keys.length > 0
  if (policy === 'skip') {
    const to = free()
    if (isKeyed) await copyUnknownRecords(warehouse, { kind, from: id, to, others: others.map((entry) => entry.id) })
    else await copyRecords(warehouse, { kind, from: id, to, without: overlaps })
    await clearImport(warehouse, { importId: id, table: kind.table })
    return to
  }
  // Among records with keys the newest counts anyway.
  if (policy === 'replace' && !isKeyed) {
    for (const overlap of overlaps) await makeRoom(intake, { overlap, whole, cause: id })
  }
  return id
}

async function makeRoom(
  { warehouse, kind, free, current, events, complete }: RecordIntake,
  { overlap, whole, cause }: { readonly overlap: CoveredImport; readonly whole: ImportExtent; readonly cause: number },
): Promise<void> {
  const { entry, firstDay, lastDay } = overlap
  const [first, last] = [whole.firstDay ?? '', whole.lastDay ?? '']
  events.push(nextEvent(entry, { event: 'withdrawn', cause }))
  current.delete(entry.id)
  if (first <= firstDay && last >= lastDay) return
  const to = free()
  await copyRecords(warehouse, { kind, from: entry.id, to, without: [{ firstDay: first, lastDay: last }] })
  const extent = await extentOfRecords(warehouse, { kind, importId: to })
  if (extent.rows === 0) return
  const detail = entry.detail === null ? null : { ...entry.detail, extent }
  const sha256 = `${entry.sha256.slice(0, 64)} without ${first}..${last}`
  const remainder = { ...entry, id: to, newest: 0, sha256, detail, madeFor: cause, cause }
  events.push(nextEvent(remainder, { event: 'committed', cause }))
  complete.push(to)
  current.set(to, { ...remainder, newest: 1 })
}
