import type { ValueFix } from '@vitalfew/contract/import-log.ts'
import { columnNamed } from '../header/given-columns.ts'
import type { TableSource } from '../sheets/table-source.ts'
import { cleanText } from '../values/clean-text.ts'

/** A table in which some words stand for others. */
export interface ReplacedValues {
  rows(rows: readonly string[][]): string[][]
  source(source: TableSource): TableSource
}

/**
 * Puts one word in the place of another wherever it is all that stands in a cell of a column. A column that the file does
 * not have has nothing to replace: that it is gone is told elsewhere.
 */
export function replacedValues(
  fixes: readonly ValueFix[],
  { headers }: { readonly headers: readonly string[] },
): ReplacedValues {
  const columns = new Map<number, Map<string, string>>()
  for (const { column, from, to } of fixes) {
    const place = columnNamed(column, headers)
    if (place === -1) continue
    const words = columns.get(place) ?? new Map<string, string>()
    words.set(cleanText(from), to)
    columns.set(place, words)
  }
  const rows = (given: readonly string[][]): string[][] => given.map((cells) => replaced(cells, columns))
  return {
    rows,
    source: (source) => {
      if (columns.size === 0) return source
      // The bytes no longer tell all: only the careful reader may read it.
      const { text: _bytes, ...rest } = source
      return {
        ...rest,
        async *rows(signal) {
          for await (const batch of source.rows(signal)) yield { ...batch, rows: rows(batch.rows) }
        },
      }
    },
  }
}

function replaced(cells: string[], columns: ReadonlyMap<number, ReadonlyMap<string, string>>): string[] {
  let changed: string[] | undefined
  for (const [column, words] of columns) {
    const cell = cells[column]
    const word = cell === undefined ? undefined : words.get(cleanText(cell))
    if (word === undefined) continue
    changed ??= [...cells]
    changed[column] = word
  }
  return changed ?? cells
}
