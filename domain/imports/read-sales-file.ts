import { ProductError } from '@vitalfew/contract/errors.ts'
import { setAsideReasons, type ImportSummary } from '@vitalfew/contract/imports.ts'
import { planSalesFile, type PlanRequest, type SalesFilePlan } from './plan-sales-file.ts'
import { lineConverter } from './rows/line-converter.ts'
import { leftOutTally, type LeftOutTally } from './rows/left-out-tally.ts'
import { repeatedRows } from './rows/repeated-rows.ts'
import { setAsideReason } from './rows/set-aside.ts'
import type { LeftOutRow, SalesLine } from './sales-line.ts'
import { dateParts } from './values/date-parts.ts'
import { parseAmount } from './values/parse-amount.ts'

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
    const tally = await readRows(plan, request)
    return summary(plan, tally)
  } catch (cause) {
    if (request.signal?.aborted === true) throw new ProductError('run.cancelled', { file: request.path }, { cause })
    throw cause
  }
}

interface Tally {
  accepted: number
  rejected: number
  setAside: number
  readonly leftOut: LeftOutTally
}

const batchLines = 4_096

async function readRows(plan: SalesFilePlan, request: ReadSalesFileRequest): Promise<Tally> {
  const tally: Tally = { accepted: 0, rejected: 0, setAside: 0, leftOut: leftOutTally(plan) }
  const read = rowReader(plan, { dropDuplicates: request.dropDuplicates === true })
  let lines: SalesLine[] = []
  let leftOut: LeftOutRow[] = []
  // Blank rows count only once something follows them; a file may end in a million of them.
  let blanks: number[] = []

  async function flush(): Promise<void> {
    if (lines.length > 0) await request.onLines(lines)
    for (const row of leftOut) tally.leftOut.add(row)
    if (leftOut.length > 0) await request.onLeftOut(leftOut)
    lines = []
    leftOut = []
  }

  for await (const batch of plan.source.rows(request.signal)) {
    for (let index = 0; index < batch.rows.length; index += 1) {
      const row = batch.numbers[index] ?? 0
      if (row < plan.firstRow) continue
      const result = read(batch.rows[index] ?? [], { row, damaged: batch.damaged?.has(row) === true })
      if ('netRevenue' in result) {
        lines.push(result)
      } else if (result.reason === 'blankRow') {
        blanks.push(row)
        continue
      } else {
        leftOut.push(result)
        if (isSetAside(result)) tally.setAside += 1
        else tally.rejected += 1
      }
      if (blanks.length > 0) {
        tally.setAside += blanks.length
        for (const blank of blanks) leftOut.push({ row: blank, reason: 'blankRow', cells: [] })
        blanks = []
      }
      if (lines.length >= batchLines || leftOut.length >= batchLines) {
        tally.accepted += lines.length
        await flush()
        request.signal?.throwIfAborted()
      }
    }
    const rows = tally.accepted + lines.length + tally.rejected + tally.setAside
    request.onProgress?.({ rows, bytesRead: batch.consumed, bytesTotal: plan.source.totalBytes })
  }
  tally.accepted += lines.length
  await flush()
  return tally
}

type RowReader = (cells: string[], at: { readonly row: number; readonly damaged: boolean }) => SalesLine | LeftOutRow

function rowReader(plan: SalesFilePlan, { dropDuplicates }: { readonly dropDuplicates: boolean }): RowReader {
  const converter = lineConverter(plan)
  const isRepeated = dropDuplicates ? repeatedRows() : () => false
  const width = plan.headers.length
  return (cells, at) => {
    const { row } = at
    const damaged = at.damaged || (cells.length > width && hasSurplusFigure(cells, width))
    const line = damaged ? null : converter.convert(cells, row)
    if (line !== null) return isRepeated(cells) ? { row, reason: 'duplicateRow', cells } : line
    const reason = setAsideReason(cells, plan)
    if (reason !== null && !(damaged && reason === 'titleRow')) return { row, reason, cells }
    if (damaged) return { row, reason: 'rowDamaged', cells }
    const { reason: fault, field, value } = converter.fault()
    const column = plan.mapping[field]
    return column === undefined ? { row, reason: fault, cells } : { row, reason: fault, column, value, cells }
  }
}

/** A figure behind the last column: 1,234.50 without quotes has shifted the row. A remark there does no harm. */
function hasSurplusFigure(cells: readonly string[], width: number): boolean {
  return cells.slice(width).some((cell) => cell !== '' && (parseAmount(cell, '.') !== null || dateParts(cell) !== null))
}

function isSetAside({ reason }: LeftOutRow): boolean {
  return setAsideReasons.some((known) => known === reason)
}

function summary(plan: SalesFilePlan, { accepted, rejected, setAside, leftOut }: Tally): ImportSummary {
  return {
    file: plan.file,
    encoding: plan.source.encoding,
    sheet: plan.source.sheet,
    rows: accepted + rejected + setAside,
    accepted,
    rejected,
    setAside,
    mapping: plan.mapping,
    confidence: plan.confidence,
    units: plan.units,
    dateOrder: plan.dateStyle.order,
    leftOut: leftOut.reasons(),
    unusedHeaders: [...plan.unusedHeaders],
  }
}
