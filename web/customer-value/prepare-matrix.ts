import type { CustomerValue } from '@vitalfew/contract/customer-value.ts'

/** More rows or columns than these are not read; of longer lists every nth is kept. */
const most = 12

export interface ValueMatrix {
  /** Repeat purchases. */
  columns: number[]
  rows: { silenceDays: number; cells: ({ value: number; heat: number } | null)[] }[]
}

/** One of the two matrices, thinned to what a person reads: probabilities coloured as shares of 1, purchases of the largest figure. */
export function prepareMatrix(
  matrix: NonNullable<CustomerValue['matrix']>,
  figure: 'pAlive' | 'expectedOrders',
): ValueMatrix {
  const known = matrix[figure].map((row) => row.map((value) => value !== null))
  const count = (cells: readonly (boolean | undefined)[]) => cells.filter((cell) => cell === true).length
  // Who never came back has been silent for ever: a column with a single cell tells nothing side by side.
  const columns = spread(telling(matrix.purchases, (column) => count(known.map((row) => row[column]))))
  const rows = spread(telling(matrix.silenceDays, (row) => count(columns.map((column) => known[row]?.[column]))))
  const values = rows.map((row) => columns.map((column) => matrix[figure][row]?.[column] ?? null))
  const largest = Math.max(0, ...values.flat().map((value) => value ?? 0))
  const full = figure === 'pAlive' ? 1 : largest
  return {
    columns: columns.map((column) => matrix.purchases[column] ?? 0),
    rows: rows.map((row, index) => ({
      silenceDays: matrix.silenceDays[row] ?? 0,
      cells: (values[index] ?? []).map((value) =>
        value === null ? null : { value, heat: full > 0 ? Math.max(0, Math.min(1, value / full)) : 0 },
      ),
    })),
  }
}

/** The places in a list of which more than one cell is known. */
function telling(list: readonly number[], cells: (index: number) => number): number[] {
  return list.map((_, index) => index).filter((index) => cells(index) > 1)
}

/** Of a list the first, the last and what lies evenly between, at most `most`. */
function spread(indices: readonly number[]): number[] {
  if (indices.length <= most) return [...indices]
  const last = indices.length - 1
  return Array.from({ length: most }, (_, place) => indices[Math.round((place * last) / (most - 1))] ?? 0)
}
