import { requireFiniteValues } from '../arguments/require-finite-values.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'

/** Rows of figures, one after another in memory: row i is `values[i * width]` and the `width - 1` figures behind it. */
export interface Points {
  readonly rows: number
  /** Figures of a row. */
  readonly width: number
  readonly values: Float64Array
}

/**
 * Lays columns side by side as points.
 *
 * @param columns one per feature, of the same length, finite
 * @throws RangeError naming a column of another length or a value that is not finite
 * @example
 * pointsFrom([[1, 2], [3, 4]]) // { rows: 2, width: 2, values: Float64Array.of(1, 3, 2, 4) }
 * pointsFrom([[1, NaN]]) // throws RangeError
 */
export function pointsFrom(columns: readonly ArrayLike<number>[]): Points {
  const rows = columns[0]?.length ?? 0
  const width = columns.length
  const values = new Float64Array(rows * width)
  columns.forEach((column, j) => {
    requireSameLength(`columns[${j}]`, { expected: rows, actual: column.length })
    requireFiniteValues(`columns[${j}]`, column)
    for (let i = 0; i < rows; i++) values[i * width + j] = column[i] ?? 0
  })
  return { rows, width, values }
}

/**
 * Some of the points, in the order asked for.
 *
 * @param points at least one
 * @param indices rows; a row may be asked for twice
 * @example
 * pointsAt(pointsFrom([[1, 2, 3]]), [2, 0]).values // Float64Array.of(3, 1)
 */
export function pointsAt(points: Points, indices: ArrayLike<number>): Points {
  const { width } = points
  const values = new Float64Array(indices.length * width)
  for (let i = 0; i < indices.length; i++) {
    const from = (indices[i] ?? 0) * width
    for (let j = 0; j < width; j++) values[i * width + j] = points.values[from + j] ?? 0
  }
  return { rows: indices.length, width, values }
}

/**
 * How many rows differ from each other, counted no further than asked. Rows are the same when their squared distance is 0,
 * which differences below about 1e-162 come to.
 *
 * @param points any number of rows
 * @param limit where counting stops
 * @example
 * countDistinctRows(pointsFrom([[1, 1, 2]]), 10) // 2
 * countDistinctRows(pointsFrom([[1, 2, 3]]), 2) // 2
 */
export function countDistinctRows(points: Points, limit: number): number {
  const { rows, width, values } = points
  const found: number[] = []
  for (let i = 0; i < rows && found.length < limit; i++) {
    const isKnown = found.some((other) => {
      let squared = 0
      for (let j = 0; j < width; j++) squared += ((values[i * width + j] ?? 0) - (values[other * width + j] ?? 0)) ** 2
      return squared === 0
    })
    if (!isKnown) found.push(i)
  }
  return found.length
}

/**
 * Refuses labels that do not go with the points.
 *
 * @returns the number of clusters, one more than the largest label
 * @throws RangeError naming the first label that is not a whole number from 0
 * @example
 * requireLabels([0, 1, 1], 3) // 2
 * requireLabels([0, -1], 2) // throws RangeError
 */
export function requireLabels(labels: ArrayLike<number>, rows: number): number {
  requireSameLength('labels', { expected: rows, actual: labels.length })
  let most = -1
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? -1
    if (!Number.isInteger(label) || label < 0) {
      throw new RangeError(`labels[${i}] must be a whole number from 0, got ${label}`)
    }
    if (label > most) most = label
  }
  return most + 1
}
