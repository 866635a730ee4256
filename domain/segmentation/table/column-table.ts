import { ProductError } from '@vitalfew/contract/errors.ts'
import { openedTable } from '../../churn/index.ts'
import { cleanText } from '../../imports/index.ts'
import { growingColumn, type WrittenColumn } from './written-column.ts'

/** A table read column by column. */
export interface ColumnTable {
  readonly file: string
  readonly headers: readonly string[]
  /** As many as headers, all with as many rows. */
  readonly columns: readonly WrittenColumn[]
}

/**
 * Reads a table of any format that sales files may have; rows without content are left out.
 *
 * @throws ProductError `input.*`
 */
export async function columnTable(path: string, signal: AbortSignal | undefined): Promise<ColumnTable> {
  const { file, headers, rows } = await openedTable(path, { signal })
  const columns = headers.map(growingColumn)
  let count = 0
  for await (const batch of rows) {
    for (const row of batch) {
      if (!row.some((cell) => cleanText(cell) !== '')) continue
      count++
      columns.forEach((column, i) => column.add(row[i] ?? ''))
    }
  }
  if (count === 0) throw new ProductError('input.noRows', { file, path })
  return { file, headers, columns: columns.map((column) => column.end()) }
}
