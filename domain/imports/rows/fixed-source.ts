import { ProductError } from '@vitalfew/contract/errors.ts'
import type { CellFix } from '@vitalfew/contract/imports.ts'
import type { RowBatch, TableSource } from '../sheets/table-source.ts'

/** Row → column → what a person wrote there instead. */
export type Corrections = ReadonlyMap<number, ReadonlyMap<number, string>>

/**
 * Where the fixes of a file belong; a later fix of the same cell counts.
 *
 * @throws ProductError `import.fixColumn` for a column the file does not have
 */
export function correctionsOf(
  fixes: readonly CellFix[],
  { headers, file }: { readonly headers: readonly string[]; readonly file: string },
): Corrections {
  const rows = new Map<number, Map<number, string>>()
  for (const { row, column, value } of fixes) {
    const place = headers.indexOf(column)
    if (place === -1) throw new ProductError('import.fixColumn', { file, column, row })
    const cells = rows.get(row) ?? new Map<number, string>()
    cells.set(place, value)
    rows.set(row, cells)
  }
  return rows
}

/** The rows with the corrections in them; other rows are the same objects. */
export function correctedRows(
  { rows, numbers }: Pick<RowBatch, 'rows' | 'numbers'>,
  corrections: Corrections,
): string[][] {
  return rows.map((cells, index) => {
    const fixed = corrections.get(numbers[index] ?? 0)
    if (fixed === undefined) return cells
    const width = Math.max(cells.length, ...[...fixed.keys()].map((column) => column + 1))
    return Array.from({ length: width }, (_, column) => fixed.get(column) ?? cells[column] ?? '')
  })
}

/** The table as it reads with corrections. Its bytes no longer tell all, so that only the careful reader may read it. */
export function fixedSource(source: TableSource, corrections: Corrections): TableSource {
  if (corrections.size === 0) return source
  const { text: _bytes, ...rest } = source
  return {
    ...rest,
    async *rows(signal) {
      for await (const batch of source.rows(signal)) yield { ...batch, rows: correctedRows(batch, corrections) }
    },
  }
}
