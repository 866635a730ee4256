import { isDeepStrictEqual } from 'node:util'
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
import { clearImport, currentImports, importNumbers, recordImportEvents } from './import-log.query.ts'
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
  try {
    for (const [index, plan] of request.plans.entries()) {
      const digest = fileDigest(plan.path, plan.source.totalBytes)
      if (known.length === 0 && files.length === 0) {
        // There is nothing the bytes could be compared with: they are summed up while they are read.
        files.push(await importOne(warehouse, { plan, digest, id: nextId, request }))
        continue
      }
      const sha256 = await digest
      const sameBytes = [...known, ...files].filter((item) => item.sha256 === sha256)
      const before = sameBytes.find((item) => isReadAlike(item.summary, { plan, request }))
      if (before === undefined) {
        files.push(await importOne(warehouse, { plan, digest, id: nextId + index, request }))
        replaced.push(...known.filter((item) => item.sha256 === sha256))
      } else {
        await listLeftOut(plan, request)
        files.push({ ...before, isNew: false })
      }
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

type KnownImport = Omit<ImportedFile, 'isNew'> & { readonly sequence?: number }

/** The same bytes read in another way are another import: it takes the place of the one before. */
function isReadAlike(before: ImportSummary, now: { plan: SalesFilePlan; request: ImportSalesFiles }): boolean {
  const { plan, request } = now
  return (
    before.sheet === plan.source.sheet &&
    before.dropDuplicates === dropsDuplicates(plan, request) &&
    isDeepStrictEqual(before.fixes ?? [], plan.fixes) &&
    isDeepStrictEqual(before.mapping, plan.mapping)
  )
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

/** Drops rows that no committed import owns and returns the next free import number. */
async function clearLeftovers(warehouse: Warehouse): Promise<number> {
  const present = (await warehouse.partitions(['sales_line'])).map(Number)
  const [numbers] = await warehouse.rows(importNumbers, { present })
  for (const importId of numbers?.orphans ?? []) await clearImport(warehouse, importId)
  return (numbers?.highest ?? 0) + 1
}

/** The imports that are there now, oldest first; those taken out by a person are not. */
export async function currentSalesImports(warehouse: Warehouse): Promise<Omit<ImportedFile, 'isNew'>[]> {
  return warehouse.rows(currentImports, {})
}
