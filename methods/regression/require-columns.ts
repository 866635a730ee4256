import { requireFiniteValues } from '../arguments/require-finite-values.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'

/**
 * Refuses covariates that do not fit their subjects.
 *
 * @param columns one per covariate
 * @param rows subjects
 * @throws RangeError naming a column of another length, or a value that is not finite
 * @example
 * requireColumns([Float64Array.of(1, 2)], 2) // undefined
 * requireColumns([Float64Array.of(1, 2)], 3) // throws RangeError
 */
export function requireColumns(columns: readonly Float64Array[], rows: number): void {
  columns.forEach((column, j) => {
    requireSameLength(`columns[${j}]`, { expected: rows, actual: column.length })
    requireFiniteValues(`columns[${j}]`, column)
  })
}
