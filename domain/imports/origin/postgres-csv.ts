import { ProductError } from '@vitalfew/contract/errors.ts'
import type { ImportOrigin } from '@vitalfew/contract/import-log.ts'
import { outsideRows } from '@vitalfew/store/outside-rows.ts'

export interface DatabaseQuery {
  readonly url: string
  readonly origin: ImportOrigin
  /** Is told the highest value of the growing column. */
  readonly seen: (value: string) => void
  readonly signal: AbortSignal | undefined
}

/** The rows of a query on a PostgreSQL server as CSV, with a header. */
export async function* postgresCsv({ url, origin, seen, signal }: DatabaseQuery): AsyncGenerator<string> {
  const { query: sql, highWater: beyond, from } = origin
  let rowsSoFar = 0
  for await (const { columns, rows } of outsideRows({ url, sql, signal, beyond })) {
    if (rowsSoFar === 0) yield csvLine(columns)
    rowsSoFar += rows.length
    yield rows.map(csvLine).join('')
    const last = rows.at(-1)?.[columns.indexOf(beyond?.column ?? '')]
    if (last !== undefined && last !== null) seen(last)
  }
  if (rowsSoFar === 0) throw new ProductError('origin.noRows', { from })
}

function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map((cell) => `"${(cell ?? '').replaceAll('"', '""')}"`).join(',')}\n`
}
