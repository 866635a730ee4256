import { ProductError } from '@vitalfew/contract/errors.ts'
import type { ImportSummary } from '@vitalfew/contract/imports.ts'
import { planSalesFile, type PlanRequest, type SalesFilePlan } from './plan-sales-file.ts'
import { type FigureAudit, figureAudit } from './rows/figure-audit.ts'
import { rowReader } from './rows/row-reader.ts'
import { rowSorter, type RowSorter } from './rows/row-sorter.ts'
import type { LeftOutRow, SalesLine } from './sales-line.ts'

export interface ImportProgress {
  /** Rows below the header seen so far. */
  readonly rows: number
  readonly bytesRead: number
  readonly bytesTotal: number
}

export interface ReadSalesFileRequest extends PlanRequest {
  /** A plan made before, so that the file is not looked at twice. */
  readonly plan?: SalesFilePlan | undefined
  /** Reject rows that repeat an earlier one of the file in every cell; otherwise they are taken like any other. */
  readonly dropDuplicates?: boolean | undefined
  /** Takes the sales, some thousands at a time; reading waits for it. */
  readonly onLines: (lines: readonly SalesLine[]) => void | Promise<void>
  /** Takes every row that did not become a sale, rejected or set aside, some at a time. */
  readonly onLeftOut: (rows: readonly LeftOutRow[]) => void | Promise<void>
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined
}

/**
 * Reads a sales file of any known format, row by row: every row below the header becomes a sale, is rejected with a
 * reason, or is set aside as no data. Memory does not grow with the file.
 *
 * @throws ProductError `input.*`, `mapping.*`, and `run.cancelled` when the signal aborts.
 */
export async function readSalesFile(request: ReadSalesFileRequest): Promise<ImportSummary> {
  try {
    const plan = request.plan ?? (await planSalesFile(request))
    const audit = figureAudit(plan)
    const { sorter, hidden } = await sortRows(plan, { ...request, audit })
    const dropDuplicates = request.dropDuplicates === true
    return salesFileSummary(plan, { sorter, passed: 0, dropDuplicates, hidden, audit })
  } catch (cause) {
    if (request.signal?.aborted === true) throw new ProductError('run.cancelled', { file: request.path }, { cause })
    throw cause
  }
}

const batchLines = 4_096

async function sortRows(
  plan: SalesFilePlan,
  request: ReadSalesFileRequest & { readonly audit: FigureAudit },
): Promise<{ readonly sorter: RowSorter; readonly hidden: readonly number[] }> {
  const sorter = rowSorter(
    plan,
    rowReader(plan, { dropDuplicates: request.dropDuplicates === true, audit: request.audit }),
  )

  async function handOver(): Promise<void> {
    const { lines, leftOut } = sorter.take()
    if (lines.length > 0) await request.onLines(lines)
    if (leftOut.length > 0) await request.onLeftOut(leftOut)
    request.signal?.throwIfAborted()
  }

  const hidden: number[] = []
  for await (const batch of plan.source.rows(request.signal)) {
    const { numbers, rows, damaged, consumed } = batch
    for (let index = 0; index < rows.length; index += 1) {
      const row = numbers[index] ?? 0
      if (row < plan.firstRow) continue
      const isHidden = batch.hidden?.has(row) === true
      const before = isHidden ? sorter.counts().accepted : 0
      sorter.add(rows[index] ?? [], { row, damaged: damaged?.has(row) === true })
      if (isHidden && sorter.counts().accepted > before) hidden.push(row)
      if (sorter.gathered() >= batchLines) await handOver()
    }
    const { accepted, rejected, setAside } = sorter.counts()
    const seen = accepted + rejected + setAside
    request.onProgress?.({ rows: seen, bytesRead: consumed, bytesTotal: plan.source.totalBytes })
  }
  await handOver()
  return { sorter, hidden }
}

export interface FileOutcome {
  readonly sorter: RowSorter
  /** Sales that did not go through the sorter. */
  readonly passed: number
  readonly dropDuplicates: boolean
  /** Rows that nobody sees, and that became sales. */
  readonly hidden?: readonly number[]
  readonly audit: FigureAudit
}

export function salesFileSummary(
  plan: SalesFilePlan,
  { sorter, passed, dropDuplicates, audit, hidden: [firstHidden, ...alsoHidden] = [] }: FileOutcome,
): ImportSummary {
  const { accepted, rejected, setAside } = sorter.counts()
  return {
    file: plan.file,
    encoding: plan.source.encoding,
    sheet: plan.source.sheet,
    rows: passed + accepted + rejected + setAside,
    accepted: passed + accepted,
    rejected,
    setAside,
    mapping: plan.mapping,
    confidence: plan.confidence,
    units: plan.units,
    dateOrder: plan.dateStyle.order,
    leftOut: sorter.reasons(),
    unusedHeaders: [...plan.unusedHeaders],
    dropDuplicates,
    ...(plan.fixes.length === 0 ? {} : { fixes: [...plan.fixes] }),
    ...(firstHidden === undefined ? {} : { hidden: { rows: alsoHidden.length + 1, firstRow: firstHidden } }),
    ...audit.found(),
  }
}
