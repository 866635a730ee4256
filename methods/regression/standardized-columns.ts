import { total } from '../arithmetic/total.ts'

export interface StandardizedColumns {
  /** (value − mean) / scale */
  readonly scaled: readonly Float64Array[]
  readonly means: Float64Array
  /** Standard deviations over the rows (divided by their number); 1 for a column of equal values. */
  readonly scales: Float64Array
}

/**
 * Columns brought to mean 0 and standard deviation 1.
 *
 * @param columns finite values, not changed
 * @example
 * [...standardizedColumns([Float64Array.of(1, 3)]).scaled[0]] // [-1, 1]
 * [...standardizedColumns([Float64Array.of(4, 4)]).scales] // [1]
 */
export function standardizedColumns(columns: readonly Float64Array[]): StandardizedColumns {
  const means = Float64Array.from(columns, (column) => total(column) / Math.max(1, column.length))
  const scales = Float64Array.from(columns, (column, j) => {
    const squares = column.map((value) => (value - (means[j] ?? 0)) ** 2)
    const deviation = Math.sqrt(total(squares) / Math.max(1, column.length))
    return deviation > 1e-12 * Math.abs(means[j] ?? 0) ? deviation : 1
  })
  const scaled = columns.map((column, j) => column.map((value) => (value - (means[j] ?? 0)) / (scales[j] ?? 1)))
  return { scaled, means, scales }
}
