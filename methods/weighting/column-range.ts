import { requireColumns } from '../regression/require-columns.ts'

export interface ColumnRange {
  readonly lowest: number
  readonly highest: number
  /** Whether the values differ by no more than rounding (10⁻¹² of the largest): such a column tells nobody apart. */
  readonly isConstant: boolean
}

/**
 * Lowest and highest value of every column.
 *
 * @param columns one per criterion, equally long; one without rows is constant
 * @throws RangeError when there is no column, naming a column of another length, or a value that is not finite
 * @example
 * columnRanges([Float64Array.of(3, 1, 2)]) // [{ lowest: 1, highest: 3, isConstant: false }]
 * columnRanges([Float64Array.of(0.3, 0.1 + 0.2)])[0].isConstant // true
 * columnRanges([]) // throws RangeError
 */
export function columnRanges(columns: readonly Float64Array[]): ColumnRange[] {
  const [first] = columns
  if (first === undefined) throw new RangeError('columns must have at least one, got none')
  requireColumns(columns, first.length)
  return columns.map((column) => {
    let lowest = Infinity
    let highest = -Infinity
    // By index: a loop over the values themselves takes four times as long.
    for (let i = 0; i < column.length; i++) {
      const value = column[i] ?? 0
      if (value < lowest) lowest = value
      if (value > highest) highest = value
    }
    const isConstant = !(highest / 2 - lowest / 2 > 0.5e-12 * Math.max(Math.abs(lowest), Math.abs(highest)))
    return { lowest, highest, isConstant }
  })
}
