import type { ImportPlan, RowLeftOut } from '@vitalfew/contract/api/imports.ts'
import { setAsideReasons } from '@vitalfew/contract/imports.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import type { SalesFilePlan } from '../plan-sales-file.ts'
import { repeatedRows } from '../rows/repeated-rows.ts'
import { rowReader } from '../rows/row-reader.ts'
import { type RowSorter, rowSorter } from '../rows/row-sorter.ts'
import type { LeftOutRow, SalesLine } from '../sales-line.ts'

/** What a person waits for; the rest of a larger file is read when it is imported. */
export const triedRows = 200_000
export const shownLeftOut = 500

type Tried = Pick<
  ImportPlan,
  'looked' | 'accepted' | 'rejected' | 'setAside' | 'duplicates' | 'leftOut' | 'rowsLeftOut' | 'totals'
>

/** Reads a file as an import would, writes nothing, and tells what became of its rows. */
export async function tryRows(
  plan: SalesFilePlan,
  request: { readonly dropDuplicates: boolean; readonly signal?: AbortSignal | undefined },
): Promise<Tried> {
  const sorter = rowSorter(plan, rowReader(plan, request))
  const isRepeated = repeatedRows()
  const totals = runningTotals()
  const rowsLeftOut: RowLeftOut[] = []
  let rows = 0
  let duplicates = 0
  let isWholeFile = true
  for await (const batch of plan.source.rows(request.signal)) {
    for (const [index, cells] of batch.rows.entries()) {
      const row = batch.numbers[index] ?? 0
      if (row < plan.firstRow) continue
      rows += 1
      if (cells.some((cell) => cell !== '') && isRepeated(cells)) duplicates += 1
      sorter.add(cells, { row, damaged: batch.damaged?.has(row) === true })
    }
    takeOver(sorter, { totals, rowsLeftOut, plan })
    if (rows >= triedRows) {
      isWholeFile = false
      break
    }
  }
  return {
    looked: { rows, isWholeFile },
    ...sorter.counts(),
    duplicates,
    leftOut: sorter.reasons(),
    rowsLeftOut,
    totals: totals.shown(),
  }
}

interface Taking {
  readonly totals: ReturnType<typeof runningTotals>
  readonly rowsLeftOut: RowLeftOut[]
  readonly plan: SalesFilePlan
}

function takeOver(sorter: RowSorter, { totals, rowsLeftOut, plan }: Taking): void {
  const { lines, leftOut } = sorter.take()
  for (const line of lines) totals.add(line)
  for (const row of leftOut.slice(0, shownLeftOut - rowsLeftOut.length)) rowsLeftOut.push(shownLeftOutRow(row, plan))
}

/** A row that was left out, as a person sees it. */
export function shownLeftOutRow(
  { row, reason, column, value, cells }: LeftOutRow,
  plan: Pick<SalesFilePlan, 'returnedColumns'>,
): RowLeftOut {
  return {
    row,
    reason,
    isRejected: !setAsideReasons.some((known) => known === reason),
    column: column ?? null,
    value: value ?? null,
    cells: cells.slice(plan.returnedColumns),
  }
}

function runningTotals() {
  let micros = 0n
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  const customers = new Set<string>()
  return {
    add: (line: SalesLine): void => {
      if (line.kind !== 'cancelled') micros += line.netRevenue
      first = Math.min(first, line.day)
      last = Math.max(last, line.day)
      customers.add(line.customer)
    },
    shown: (): Tried['totals'] => ({
      netRevenue: Number(micros) / 1e6,
      firstDay: Number.isFinite(first) ? isoFromDay(first) : null,
      lastDay: Number.isFinite(last) ? isoFromDay(last) : null,
      customers: customers.size,
    }),
  }
}
