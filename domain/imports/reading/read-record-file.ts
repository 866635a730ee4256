import { ProductError } from '@vitalfew/contract/errors.ts'
import type { RecordSummary } from '@vitalfew/contract/import-log.ts'
import { setAsideReasons } from '@vitalfew/contract/imports.ts'
import type { ImportProgress } from '../read-sales-file.ts'
import type { LeftOutRow } from '../sales-line.ts'
import type { RowBatch } from '../sheets/table-source.ts'
import type { RecordFilePlan } from './plan-record-file.ts'
import { type RecordValue, recordReader } from './record-reader.ts'
import { recordSetAside } from './record-set-aside.ts'

export interface ReadRecord {
  readonly row: number
  readonly values: readonly RecordValue[]
}

export interface ReadRecordFile {
  readonly signal?: AbortSignal | undefined
  readonly onRecords: (records: readonly ReadRecord[]) => Promise<void>
  readonly onLeftOut: (rows: readonly LeftOutRow[]) => Promise<void>
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined
}

/**
 * Reads a planned file of records: every row becomes a record, is rejected with a reason, or is set aside as no data.
 *
 * @throws ProductError `input.*`, `run.cancelled`
 */
export async function readRecordFile(plan: RecordFilePlan, request: ReadRecordFile): Promise<RecordSummary> {
  const read = recordReader(plan)
  const tally = recordTally()
  try {
    for await (const batch of plan.source.rows(request.signal)) {
      const { records, leftOut } = sortBatch(batch, { plan, read, tally })
      for (const { row, reason } of leftOut) tally.leave(row, reason)
      tally.accept(records.length)
      if (records.length > 0) await request.onRecords(records)
      if (leftOut.length > 0) await request.onLeftOut(leftOut)
      request.signal?.throwIfAborted()
      request.onProgress?.({ rows: tally.rows(), bytesRead: batch.consumed, bytesTotal: plan.source.totalBytes })
    }
  } catch (cause) {
    if (request.signal?.aborted === true) throw new ProductError('run.cancelled', { file: plan.path }, { cause })
    throw cause
  }
  return summary(plan, tally.counts())
}

interface Sorting {
  readonly plan: RecordFilePlan
  readonly read: ReturnType<typeof recordReader>
  readonly tally: ReturnType<typeof recordTally>
}

/** What the rows of a batch are: records, or rows left out with their reasons. */
function sortBatch(batch: RowBatch, { plan, read, tally }: Sorting) {
  const records: ReadRecord[] = []
  const leftOut: LeftOutRow[] = []
  for (const [index, cells] of batch.rows.entries()) {
    const row = batch.numbers[index] ?? 0
    if (row < plan.firstRow) continue
    const reason = recordSetAside(cells, plan)
    if (reason === 'blankRow') {
      tally.hold(row)
      continue
    }
    tally.pass()
    const isDamaged = reason === null && batch.damaged?.has(row) === true
    const found = reason === null ? read(cells) : { reason, field: '', value: '' }
    if (isDamaged) leftOut.push({ row, reason: 'rowDamaged', cells })
    else if ('values' in found) {
      records.push({ row, values: found.values })
      for (const cell of found.unread) tally.unread(row, cell)
    } else leftOut.push({ row, reason: found.reason, ...faultyColumn(found, plan), cells })
  }
  return { records, leftOut }
}

function faultyColumn(
  { field, value }: { readonly field: string; readonly value: string },
  { mapping }: RecordFilePlan,
): { readonly column?: string; readonly value?: string } {
  const column = mapping[field]
  return column === undefined ? {} : { column, value }
}

type Counts = Pick<RecordSummary, 'rows' | 'accepted' | 'rejected' | 'setAside' | 'leftOut' | 'unread'>

function summary(plan: RecordFilePlan, counts: Counts): RecordSummary {
  const styles = [...plan.styles]
  const dated = styles.find(([, { type }]) => type === 'day' || type === 'instant')?.[1]
  return {
    file: plan.file,
    kind: plan.kind.kind,
    encoding: plan.source.encoding,
    sheet: plan.source.sheet,
    ...counts,
    mapping: { ...plan.mapping },
    confidence: { ...plan.confidence },
    units: Object.fromEntries(styles.flatMap(([name, { factor }]) => (factor === 1 ? [] : [[name, factor] as const]))),
    dateOrder: dated?.date.order ?? 'ymd',
    unusedHeaders: [...plan.unusedHeaders],
    ...(plan.fixes.length === 0 ? {} : { fixes: [...plan.fixes] }),
  }
}

/** Counts what became of rows. Blank ones count once something follows. */
function recordTally() {
  const reasons = new Map<LeftOutRow['reason'], { rows: number; firstRow: number }>()
  const cells = new Map<string, { cells: number; firstRow: number; value: string }>()
  const setAside: ReadonlySet<string> = new Set(setAsideReasons)
  let accepted = 0
  let blanks: number[] = []

  function leave(row: number, reason: LeftOutRow['reason']): void {
    const sum = reasons.get(reason) ?? { rows: 0, firstRow: row }
    reasons.set(reason, { ...sum, rows: sum.rows + 1 })
  }

  function counted(isSetAside: boolean): number {
    return [...reasons].reduce((sum, [name, { rows }]) => sum + (setAside.has(name) === isSetAside ? rows : 0), 0)
  }

  return {
    leave,
    accept: (count: number): void => void (accepted += count),
    hold: (row: number): void => void blanks.push(row),
    pass: (): void => {
      for (const row of blanks) leave(row, 'blankRow')
      if (blanks.length > 0) blanks = []
    },
    unread: (row: number, { field, value }: { readonly field: string; readonly value: string }): void => {
      const sum = cells.get(field) ?? { cells: 0, firstRow: row, value: value.slice(0, 100) }
      cells.set(field, { ...sum, cells: sum.cells + 1 })
    },
    rows: () => accepted + counted(true) + counted(false),
    counts: (): Counts => ({
      rows: accepted + counted(true) + counted(false),
      accepted,
      rejected: counted(false),
      setAside: counted(true),
      leftOut: [...reasons].map(([reason, sum]) => ({ reason, ...sum })),
      unread: [...cells].map(([field, sum]) => ({ field, ...sum })),
    }),
  }
}
