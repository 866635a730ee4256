import { basename } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { cleanText, distinctHeaders, findHeader, openSource } from '../../imports/index.ts'

/** A table whose header is known and whose rows are read once, as they come. */
export interface OpenedTable {
  readonly file: string
  readonly headers: readonly string[]
  /** Day that the serial number 0 stands for in this file. */
  readonly serialZero: number
  /** Rows below the header, of cells as they are written, some thousands at a time. The file is open until they end. */
  readonly rows: AsyncGenerator<readonly (readonly string[])[], void, undefined>
}

const mostRows = 2_000_000
const sampled = 200

/**
 * Opens a table of any format that sales files may have.
 *
 * @throws ProductError `input.*`, also while rows are read
 */
export async function openedTable(
  path: string,
  { signal }: { readonly signal?: AbortSignal | undefined },
): Promise<OpenedTable> {
  const source = await openSource({ path, signal })
  const file = basename(path)
  const batches = source.rows(signal)
  const first: string[][] = []
  while (first.length < sampled) {
    const { value, done } = await batches.next()
    if (done === true) break
    for (const row of value.rows) first.push(row)
  }
  const seen = first.slice(0, sampled).map((row) => row.map(cleanText))
  const { headers, below } = source.named ? { headers: distinctHeaders(seen[0] ?? []), below: 1 } : findHeader(seen)
  const rows = async function* (): OpenedTable['rows'] {
    let count = first.length
    try {
      yield first.slice(below)
      for await (const batch of batches) {
        count += batch.rows.length
        if (count > mostRows) throw new ProductError('input.tooLarge', { file, path, problem: `> ${mostRows}` })
        yield batch.rows
      }
    } finally {
      await batches.return()
    }
  }
  return { file, headers, serialZero: source.serialZero, rows: rows() }
}
