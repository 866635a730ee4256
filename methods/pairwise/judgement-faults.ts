import { connectedCriteria } from './connected-criteria.ts'
import { type JudgementMatrix, largestJudgement, mostCriteria } from './judgement-matrix.ts'

/** What is wrong with a matrix of judgements, and where. Rows and columns count from 0. */
export type JudgementFault =
  | { readonly kind: 'empty'; readonly severity: 'error' }
  /** More criteria than there are random indices for. */
  | { readonly kind: 'tooManyCriteria'; readonly severity: 'error'; readonly size: number }
  /** A row that is not as long as there are rows. */
  | {
      readonly kind: 'notSquare'
      readonly severity: 'error'
      readonly row: number
      readonly length: number
      readonly size: number
    }
  /** A criterion compared with itself is not 1. */
  | { readonly kind: 'diagonal'; readonly severity: 'error'; readonly row: number; readonly value: number }
  /** Zero, negative or NaN; or beyond ten thousand times, which nobody judges. */
  | {
      readonly kind: 'notAJudgement'
      readonly severity: 'error'
      readonly row: number
      readonly column: number
      readonly value: number
    }
  /** Both directions of a pair are given, and their product is not 1. */
  | {
      readonly kind: 'notReciprocal'
      readonly severity: 'error'
      readonly row: number
      readonly column: number
      readonly value: number
      readonly mirror: number
    }
  /** Too few comparisons: no chain of them leads from one group of criteria to another. */
  | { readonly kind: 'apart'; readonly severity: 'error'; readonly groups: readonly (readonly number[])[] }
  /** Beyond 1/9 … 9. The mathematics takes it; Saaty's scale does not know it. */
  | {
      readonly kind: 'outsideScale'
      readonly severity: 'warning'
      readonly row: number
      readonly column: number
      readonly value: number
    }

export interface JudgementTolerance {
  /** How far the product of the two directions may be from 1; 1e-6 unless told. Judgements typed as 0.33 need 0.02. */
  readonly tolerance?: number
}

/**
 * Everything wrong with a matrix of judgements, from the top left to the bottom right.
 *
 * Whether the criteria hang together is looked at only when nothing else is wrong.
 *
 * @param matrix as it came from a person
 * @returns errors, with which nothing can be computed, and warnings; none = a sound matrix
 * @example
 * judgementFaults([[1, 3], [1 / 3, 1]]) // []
 * judgementFaults([[1, 3], [3, 1]]) // [{ kind: 'notReciprocal', severity: 'error', row: 0, column: 1, value: 3, mirror: 3 }]
 * judgementFaults([[1, null], [null, 1]])[0].groups // [[0], [1]]
 */
export function judgementFaults(
  matrix: JudgementMatrix,
  { tolerance = 1e-6 }: JudgementTolerance = {},
): JudgementFault[] {
  const size = matrix.length
  if (size === 0) return [{ kind: 'empty', severity: 'error' }]
  if (size > mostCriteria) return [{ kind: 'tooManyCriteria', severity: 'error', size }]
  const shape = matrix.flatMap((cells, row): JudgementFault[] =>
    cells.length === size ? [] : [{ kind: 'notSquare', severity: 'error', row, length: cells.length, size }],
  )
  if (shape.length > 0) return shape

  const faults = matrix.flatMap((cells, row) =>
    cells.flatMap((value, column) => {
      if (value === null) return []
      return cellFaults({ row, column, value, mirror: matrix[column]?.[row] ?? null, tolerance })
    }),
  )
  if (faults.some((fault) => fault.severity === 'error')) return faults
  const groups = connectedCriteria(matrix)
  return groups.length === 1 ? faults : [{ kind: 'apart', severity: 'error', groups }, ...faults]
}

function cellFaults(cell: {
  row: number
  column: number
  value: number
  mirror: number | null
  tolerance: number
}): JudgementFault[] {
  const { row, column, value, mirror, tolerance } = cell
  if (row === column)
    return Math.abs(value - 1) <= tolerance ? [] : [{ kind: 'diagonal', severity: 'error', row, value }]
  if (!isJudgement(value)) return [{ kind: 'notAJudgement', severity: 'error', row, column, value }]
  // A pair is judged once, in the upper triangle unless it is given only below it.
  if (row > column && mirror !== null) return []
  if (mirror !== null && isJudgement(mirror) && !(Math.abs(value * mirror - 1) <= tolerance)) {
    return [{ kind: 'notReciprocal', severity: 'error', row, column, value, mirror }]
  }
  const strength = Math.max(value, 1 / value)
  return strength <= largestJudgement * (1 + tolerance)
    ? []
    : [{ kind: 'outsideScale', severity: 'warning', row, column, value }]
}

function isJudgement(value: number): boolean {
  return value >= 1e-4 && value <= 1e4
}
