import { ProductError } from '@vitalfew/contract/errors.ts'
import { cleanText, dateOrderVote, decimalMarkVote, isPlaceholder, parseAmount, parseDay } from '../../imports/index.ts'
import { openedTable } from './opened-table.ts'

/** A table of another kind than sales, read whole: contracts and tickets are few beside the lines of sales. */
export interface TextTable {
  readonly file: string
  readonly headers: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Day that the serial number 0 stands for in this file. */
  readonly serialZero: number
}

/**
 * Reads a table of any format that sales files may have.
 *
 * @throws ProductError `input.*`
 */
export async function textTable(
  path: string,
  options: { readonly signal?: AbortSignal | undefined },
): Promise<TextTable> {
  const { file, headers, serialZero, rows: batches } = await openedTable(path, options)
  const rows: string[][] = []
  for await (const batch of batches) {
    for (const row of batch) {
      const cells = row.map(cleanText)
      if (cells.some((cell) => cell !== '')) rows.push(cells)
    }
  }
  if (rows.length === 0) throw new ProductError('input.noRows', { file, path })
  return { file, headers, rows, serialZero }
}

/** The texts of a column; '' where a cell says that nothing is known. */
export function textsOf({ rows }: TextTable, column: number | undefined): string[] {
  return rows.map((row) => {
    const text = column === undefined ? '' : (row[column] ?? '')
    return isPlaceholder(text) ? '' : text
  })
}

/** The days of a column since 1970-01-01; NaN where a cell is no day. */
export function daysOf(table: TextTable, column: number | undefined): Float64Array {
  const texts = textsOf(table, column)
  const vote = dateOrderVote()
  for (const text of texts) vote.add(text)
  const style = { order: vote.order(), serialZero: table.serialZero }
  return Float64Array.from(texts, (text) => (text === '' ? Number.NaN : parseDay(text, style)))
}

/** The figures of a column, percentages as fractions; NaN where a cell is no figure. */
export function figuresOf(table: TextTable, column: number | undefined): Float64Array {
  const texts = textsOf(table, column)
  const vote = decimalMarkVote()
  for (const text of texts) vote.add(text)
  const mark = vote.mark()
  return Float64Array.from(texts, (text) => {
    const percent = /[%％]$/.test(text)
    const micros = text === '' ? null : parseAmount(percent ? text.slice(0, -1) : text, mark)
    return micros === null ? Number.NaN : Number(micros) / (percent ? 1e8 : 1e6)
  })
}
