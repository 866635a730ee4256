import { recordScanner } from '../delimited/record-scanner.ts'
import { inputLimits } from '../input-limits.ts'
import type { SalesFilePlan } from '../plan-sales-file.ts'
import type { ReadSalesFileRequest } from '../read-sales-file.ts'
import type { FigureAudit } from '../rows/figure-audit.ts'
import { rowReader } from '../rows/row-reader.ts'
import { rowSorter, type RowSorter } from '../rows/row-sorter.ts'
import { lineTooLong } from '../text/decode-text.ts'

/** The rows of a plain file that its bytes alone do not settle. */
export interface CarefulRows {
  readonly sorter: RowSorter
  /**
   * Reads the line there, which begins row `number`; where a record is not complete in it, also some of what follows.
   * Returns where reading ended; `rows` says how many rows there were.
   */
  take(
    bytes: Buffer,
    at: { readonly from: number; readonly number: number },
  ): { readonly end: number; readonly rows: number }
  /** Whether a record is open whose end has not come. */
  isOpen(): boolean
  /** Reads what is still open as the end of the file, and hands over everything. */
  end(number: number): Promise<void>
  /** Hands over what has gathered, when it is many rows. */
  handOver(from?: number): Promise<void>
}

export interface CarefulRowsRequest extends Pick<ReadSalesFileRequest, 'onLines' | 'onLeftOut' | 'signal'> {
  readonly audit: FigureAudit
}

/** Cuts single lines as text and reads them as the careful reader does, by the same functions. */
export function carefulRows(plan: SalesFilePlan, request: CarefulRowsRequest): CarefulRows {
  const shape = plan.source.text?.shape ?? { delimiter: ',', newline: '\n', columns: plan.headers.length }
  const scanner = recordScanner(shape)
  const sorter = rowSorter(plan, rowReader(plan, { dropDuplicates: false, audit: request.audit }))

  function scan(text: string, { number, last }: { readonly number: number; readonly last: boolean }): number {
    const { rows, numbers, damaged } = scanner.scan(text, last)
    for (const [index, cells] of rows.entries()) {
      const row = number + index
      if (row >= plan.firstRow) sorter.add(cells, { row, damaged: damaged?.has(numbers[index] ?? 0) === true })
    }
    if (scanner.held() > inputLimits.lineCharacters) throw lineTooLong(plan.path, number + rows.length)
    return rows.length
  }

  async function handOver(from: number = rowsAtOnce): Promise<void> {
    if (sorter.gathered() < from) return
    const { lines, leftOut } = sorter.take()
    if (lines.length > 0) await request.onLines(lines)
    if (leftOut.length > 0) await request.onLeftOut(leftOut)
    request.signal?.throwIfAborted()
  }

  return {
    sorter,
    take: (bytes, { from, number }) => {
      // Quotes that are not closed are looked for as far as there is text: it must not be all the rest every time.
      const isOpen = scanner.held() > 0
      const end = (isOpen ? lastLineEnd(bytes, from) : bytes.indexOf(newline, from)) + 1
      return { end, rows: scan(bytes.toString('utf8', from, end), { number, last: false }) }
    },
    isOpen: () => scanner.held() > 0,
    end: async (number) => {
      scan('', { number, last: true })
      await handOver(1)
    },
    handOver,
  }
}

const newline = 10
const rowsAtOnce = 4_096
const bytesAtOnce = 128 * 1024

/** The last line end within some bytes, else the next one. */
function lastLineEnd(bytes: Buffer, from: number): number {
  const found = bytes.lastIndexOf(newline, from + bytesAtOnce)
  return found < from ? bytes.indexOf(newline, from) : found
}
