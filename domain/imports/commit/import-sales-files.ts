import { isDeepStrictEqual } from 'node:util'
import type { ImportDetail, ReadingSettings } from '@vitalfew/contract/import-log.ts'
import type { ImportSummary } from '@vitalfew/contract/imports.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { FieldOverrides } from '../header/given-columns.ts'
import { planSalesFile, type SalesFilePlan } from '../plan-sales-file.ts'
import { blockWriter } from '../plain/block-writer.ts'
import { isPlain } from '../plain/plain-sales.ts'
import { readPlainFile } from '../plain/read-plain-file.ts'
import { readSalesFile, type ImportProgress } from '../read-sales-file.ts'
import type { LeftOutRow, SalesLine } from '../sales-line.ts'
import { fileDigest } from './file-digest.ts'
import { clearLeftovers, currentImports, type ImportEvent, recordImportEvents } from './import-log.query.ts'
import { lineWriter } from './line-writer.ts'

export interface PlanSalesFiles {
  readonly paths: readonly string[]
  readonly overrides?: FieldOverrides
  readonly sheet?: string
  readonly signal?: AbortSignal
}

export interface ImportSalesFiles {
  readonly plans: readonly SalesFilePlan[]
  readonly signal?: AbortSignal
  /** Reject rows that repeat an earlier row of their file in every cell: in all files, or in those of some plans. */
  readonly dropDuplicates?: boolean | ReadonlySet<SalesFilePlan>
  /** Takes every row that was left out of a file, with the plan the file was read by. */
  readonly onLeftOut: (plan: SalesFilePlan, rows: readonly LeftOutRow[]) => Promise<void>
  readonly onProgress?: (path: string, progress: ImportProgress) => void
  /** How the files are read, where that is more than their plans say; the same bytes read otherwise are another import. */
  readonly settings?: ReadingSettings
  /**
   * Looks at what was written before it counts, and says what is to be written down: of the files given, and of whatever
   * else has to change with them. Nothing is where it says nothing.
   */
  readonly settle?: (staged: readonly StagedFile[], free: () => number) => Promise<Settlement>
}

/** A file whose rows are in the warehouse and do not count yet. */
export interface StagedFile extends ImportedFile {
  readonly plan: SalesFilePlan
}

export interface Settlement {
  readonly files: readonly ImportedFile[]
  /** Imports whose rows are all there and count from now on. */
  readonly complete: readonly number[]
  readonly events: readonly ImportEvent[]
}

/**
 * Finds out how each file is going to be read. Needs no warehouse: whatever is wrong with a file as a whole is told here.
 *
 * @throws ProductError `input.*`, `mapping.*`, `run.cancelled`
 */
export async function planSalesFiles({ paths, ...reading }: PlanSalesFiles): Promise<SalesFilePlan[]> {
  const plans: SalesFilePlan[] = []
  for (const path of paths) plans.push(await planSalesFile({ ...reading, path }))
  return plans
}

export interface ImportedFile {
  readonly id: number
  readonly sha256: string
  readonly summary: ImportSummary
  /** False when the same bytes had been imported before and were not imported again. */
  readonly isNew: boolean
}

/**
 * Takes sales files into the warehouse, all or none: until the last row of the last file is acknowledged nothing is
 * visible, and what a failure or a crash leaves behind is cleared away here or at the next import.
 *
 * @throws ProductError for faults of the files, `run.cancelled`, `warehouse.*`, `disk.full`.
 */
export async function importSalesFiles(warehouse: Warehouse, request: ImportSalesFiles): Promise<ImportedFile[]> {
  const known = await warehouse.rows(currentImports, {})
  const nextId = await clearLeftovers(warehouse)
  const files: ImportedFile[] = []
  const replaced: KnownImport[] = []
  const staged: StagedFile[] = []
  let highest = nextId + request.plans.length - 1
  try {
    for (const [index, plan] of request.plans.entries()) {
      const digest = fileDigest(plan.path, plan.source.totalBytes)
      if (known.length === 0 && files.length === 0) {
        // There is nothing the bytes could be compared with: they are summed up while they are read.
        const file = await importOne(warehouse, { plan, digest, id: nextId, request })
        files.push(file)
        staged.push({ ...file, plan })
        continue
      }
      const sha256 = await digest
      const sameBytes = [...known, ...files].filter((item) => item.sha256 === sha256)
      const before = sameBytes.find((item) => isReadAlike(item, { plan, request }))
      if (before === undefined) {
        const file = await importOne(warehouse, { plan, digest, id: nextId + index, request })
        files.push(file)
        staged.push({ ...file, plan })
        replaced.push(...known.filter((item) => item.sha256 === sha256))
      } else {
        await listLeftOut(plan, request)
        files.push({ ...before, isNew: false })
      }
    }
    if (request.settle !== undefined) {
      const settled = await request.settle([...staged], () => (highest += 1))
      return await settle(warehouse, { settled, files, signal: request.signal })
    }
    const committed = files.filter((file) => file.isNew)
    for (const { id } of committed) await warehouse.seal('import_id', id)
    request.signal?.throwIfAborted()
    await record(warehouse, { committed, undone: replaced })
  } catch (error) {
    await clearLeftovers(warehouse).catch(() => undefined)
    throw error
  }
  if (replaced.length > 0) await clearLeftovers(warehouse)
  return files
}

type KnownImport = Omit<ImportedFile, 'isNew'> & {
  readonly sequence?: number
  readonly source?: string
  readonly detail?: ImportDetail | null
}

/** The same bytes read in another way are another import: it takes the place of the one before. */
function isReadAlike(known: KnownImport, now: { plan: SalesFilePlan; request: ImportSalesFiles }): boolean {
  const { plan, request } = now
  const { summary: before, detail } = known
  return (
    (request.settings === undefined ||
      isDeepStrictEqual(comparable(detail?.settings ?? {}), comparable(request.settings))) &&
    before.sheet === plan.source.sheet &&
    before.dropDuplicates === dropsDuplicates(plan, request) &&
    isDeepStrictEqual(before.fixes ?? [], plan.fixes) &&
    isDeepStrictEqual(before.mapping, plan.mapping)
  )
}

/** Settings that change what is written; the others show in the plan. */
function comparable({ currency, into, taxIncluded, fixes = [] }: ReadingSettings): object {
  return { currency: currency ?? null, into: into ?? null, taxIncluded: taxIncluded ?? 0, fixes }
}

interface Settling {
  readonly settled: Settlement
  readonly files: readonly ImportedFile[]
  readonly signal: AbortSignal | undefined
}

/** Writes down what somebody settled on; rows that do not count in the end are cleared away. */
async function settle(warehouse: Warehouse, { settled, files, signal }: Settling): Promise<ImportedFile[]> {
  for (const id of settled.complete) await warehouse.seal('import_id', id)
  signal?.throwIfAborted()
  if (settled.events.length > 0) await recordImportEvents(warehouse, settled.events)
  await clearLeftovers(warehouse)
  const byDigest = new Map(settled.files.map((file) => [file.sha256, file]))
  return files.map((file) => byDigest.get(file.sha256) ?? file)
}

function dropsDuplicates(plan: SalesFilePlan, { dropDuplicates = false }: ImportSalesFiles): boolean {
  return typeof dropDuplicates === 'boolean' ? dropDuplicates : dropDuplicates.has(plan)
}

/** The rows left out of a file that is here already: read again, for whoever wants to correct them. */
async function listLeftOut(plan: SalesFilePlan, request: ImportSalesFiles): Promise<void> {
  await readSalesFile({
    path: plan.path,
    signal: request.signal,
    plan,
    dropDuplicates: dropsDuplicates(plan, request),
    onLines: () => undefined,
    onLeftOut: (rows) => request.onLeftOut(plan, rows),
  })
}

async function record(
  warehouse: Warehouse,
  { committed, undone }: { readonly committed: readonly KnownImport[]; readonly undone: readonly KnownImport[] },
): Promise<void> {
  const event = (file: KnownImport, state: 'committed' | 'undone') => ({
    importId: file.id,
    sequence: (file.sequence ?? 0) + 1,
    event: state,
    file: file.summary.file,
    sha256: file.sha256,
    summary: file.summary,
    source: file.source ?? '',
    detail: file.detail ?? null,
  })
  const events = [...committed.map((file) => event(file, 'committed')), ...undone.map((file) => event(file, 'undone'))]
  if (events.length > 0) await recordImportEvents(warehouse, events)
}

interface OneImport {
  readonly plan: SalesFilePlan
  readonly digest: Promise<string>
  readonly id: number
  readonly request: ImportSalesFiles
}

async function importOne(warehouse: Warehouse, { plan, digest, id, request }: OneImport): Promise<ImportedFile> {
  const { onProgress, signal } = request
  const dropDuplicates = dropsDuplicates(plan, request)
  const lines = lineWriter(warehouse, id)
  const blocks = blockWriter(warehouse, { importId: id, currency: plan.currency })
  const reading = {
    plan,
    path: plan.path,
    signal,
    onLines: (found: readonly SalesLine[]) => lines.write(found),
    onLeftOut: (rows: readonly LeftOutRow[]) => request.onLeftOut(plan, rows),
    ...(onProgress === undefined ? {} : { onProgress: (state: ImportProgress) => onProgress(plan.path, state) }),
  }
  // Only the careful reader compares rows with each other.
  const isFromBytes = !dropDuplicates && isPlain(plan)
  try {
    const summary = isFromBytes
      ? await readPlainFile({ ...reading, onBlock: (block) => blocks.write(block) })
      : await readSalesFile({ ...reading, dropDuplicates })
    await Promise.all([lines.end(), blocks.end()])
    return { id, sha256: await digest, summary, isNew: true }
  } catch (error) {
    // What is still on its way must not arrive after the partition has been dropped.
    await Promise.allSettled([lines.settle(), blocks.settle(), digest])
    throw error
  }
}

export type CurrentImport = Omit<ImportedFile, 'isNew'> & {
  readonly source: string
  readonly detail: ImportDetail | null
}

/** The imports that are there now, oldest first; those taken out by a person are not. */
export async function currentSalesImports(warehouse: Warehouse): Promise<CurrentImport[]> {
  return warehouse.rows(currentImports, {})
}
