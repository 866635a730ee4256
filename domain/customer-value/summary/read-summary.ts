import { basename } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { openSource } from '../../imports/index.ts'
import { missingColumns, type SummaryColumns, summaryColumns, type SummaryField } from './summary-columns.ts'

/** A table with one row per customer, or per group of customers with the same history. */
export interface SummaryTable {
  readonly names: readonly string[]
  readonly purchases: Float64Array
  readonly recency: Float64Array
  /** Time since the first purchase; opportunities in a discrete table. */
  readonly age: Float64Array
  /** Mean value of the purchases after the first; null where the table has none. */
  readonly meanSpend: Float64Array | null
  /** Customers behind each row; null where every row is one. */
  readonly counts: Float64Array | null
  readonly discrete: boolean
}

const searchedRows = 40

/**
 * Reads a table of x, t_x and T (or n), whatever its columns are called and whatever kind of file it is.
 *
 * @throws ProductError `input.*`
 */
export async function readSummary(
  path: string,
  reading: { readonly sheet?: string | undefined; readonly signal?: AbortSignal | undefined },
): Promise<SummaryTable> {
  const source = await openSource({ path, ...reading })
  let columns: SummaryColumns | null = null
  let firstRow: readonly string[] = []
  const rows: { readonly number: number; readonly cells: readonly string[] }[] = []
  for await (const batch of source.rows(reading.signal)) {
    batch.rows.forEach((cells, index) => {
      const number = batch.numbers[index] ?? 0
      if (cells.every((cell) => cell.trim() === '')) return
      if (columns !== null) return void rows.push({ number, cells })
      if (firstRow.length === 0) firstRow = cells
      const found = summaryColumns(cells)
      if (missingColumns(found).length === 0) columns = found
    })
    if (columns === null && (batch.numbers.at(-1) ?? 0) > searchedRows) break
  }
  const file = basename(path)
  if (columns === null) {
    const missing = missingColumns(summaryColumns(firstRow)).join(', ')
    throw new ProductError('input.summaryColumns', { file, missing, headers: firstRow.join(', ') })
  }
  if (rows.length === 0) throw new ProductError('input.noRows', { file, path })
  return tableOf(rows, { columns, file })
}

function tableOf(
  rows: readonly { readonly number: number; readonly cells: readonly string[] }[],
  { columns, file }: { readonly columns: SummaryColumns; readonly file: string },
): SummaryTable {
  const discrete = columns.age === undefined
  const column = (field: SummaryField): Float64Array =>
    Float64Array.from(rows, ({ number, cells }) => {
      const text = (cells[columns[field] ?? -1] ?? '').trim()
      const value = Number(text.replaceAll(',', ''))
      if (text !== '' && Number.isFinite(value)) return value
      throw badRow(file, number, `${field} = ${JSON.stringify(text)}`)
    })
  const table = {
    names: rows.map(({ cells }, index) => (cells[columns.customer ?? -1] ?? '').trim() || String(index + 1)),
    purchases: column('purchases'),
    recency: column('recency'),
    age: column(discrete ? 'opportunities' : 'age'),
    meanSpend: columns.meanSpend === undefined ? null : column('meanSpend'),
    counts: columns.customers === undefined ? null : column('customers'),
    discrete,
  }
  rows.forEach(({ number }, row) => {
    const problem = impossible(table, row)
    if (problem !== null) throw badRow(file, number, problem)
  })
  return table
}

/** What no customer can have, in the words of the columns. */
function impossible(table: SummaryTable, row: number): string | null {
  const [x = 0, tx = 0, age = 0] = [table.purchases[row], table.recency[row], table.age[row]]
  const count = table.counts?.[row] ?? 1
  const facts = `x = ${x}, t_x = ${tx}, T = ${age}`
  const isWhole = Number.isInteger(x) && Number.isInteger(count) && (!table.discrete || Number.isInteger(tx + age))
  if (x < 0 || tx < 0 || count < 0 || !isWhole) return facts
  if (tx > age || x > 0 !== tx > 0 || (table.discrete && x > tx)) return facts
  return null
}

function badRow(file: string, row: number, problem: string): ProductError {
  return new ProductError('input.summaryRow', { file, row, problem })
}
