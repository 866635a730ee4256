import { ProductError } from '@vitalfew/contract/errors.ts'
import type { ImportOrigin } from '@vitalfew/contract/import-log.ts'

/** Some rows of a database, every cell as the server writes it. */
export interface DatabaseRows {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
}

interface RowCsv {
  readonly origin: ImportOrigin
  /** Is told the highest value of the growing column. */
  readonly seen: (value: string) => void
}

/**
 * The rows of a database as CSV, with a header; where a column only grows they come in its order.
 *
 * @throws ProductError `origin.noRows`
 */
export async function* rowCsv(found: AsyncIterable<DatabaseRows>, { origin, seen }: RowCsv): AsyncGenerator<string> {
  const growing = origin.highWater?.column.toLowerCase()
  let rowsSoFar = 0
  for await (const { columns, rows } of found) {
    if (rowsSoFar === 0) yield csvLine(columns)
    rowsSoFar += rows.length
    yield rows.map(csvLine).join('')
    const last = rows.at(-1)?.[columns.findIndex((name) => name.toLowerCase() === growing)]
    if (last !== undefined && last !== null) seen(last)
  }
  if (rowsSoFar === 0) throw new ProductError('origin.noRows', { from: origin.from })
}

function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map((cell) => `"${(cell ?? '').replaceAll('"', '""')}"`).join(',')}\n`
}
