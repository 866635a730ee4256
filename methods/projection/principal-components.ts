import type { Points } from '../clustering/points.ts'
import { requireInteger } from '../arguments/require-integer.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

export interface PrincipalComponents {
  /** Rows of `components` scores, one after another. */
  readonly scores: Float64Array
  /** By component: the weight of each feature, a unit vector whose largest weight is positive. */
  readonly loadings: readonly Float64Array[]
  /** By component: variance along it (dividing by n), largest first, and its share of the whole; 0 where nothing varies. */
  readonly variances: Float64Array
  readonly explained: Float64Array
  readonly means: Float64Array
}

/**
 * Principal components: the directions in which the rows spread most, one perpendicular to the other.
 *
 * @param points at least one row
 * @param components wanted, 1 … width
 * @throws RangeError when there are no rows or components is none of these
 * Source: Hotelling 1933, "Analysis of a complex of statistical variables into principal components".
 * @example
 * principalComponents(pointsFrom([[0, 2, 4], [5, 5, 5]]), 1).explained // Float64Array.of(1)
 * [...principalComponents(pointsFrom([[0, 2, 4], [5, 5, 5]]), 1).scores] // [-2, 0, 2]
 * principalComponents(pointsFrom([[1]]), 2) // throws RangeError
 */
export function principalComponents(points: Points, components: number): PrincipalComponents {
  const { rows, width, values } = points
  requireInteger('components', components)
  if (components < 1 || components > width) {
    throw new RangeError(`components must be 1 to ${width}, the features, got ${components}`)
  }
  if (rows < 1) throw new RangeError(`points.rows must be at least 1, got ${rows}`)
  const means = new Float64Array(width)
  for (let at = 0; at < values.length; at++) means[at % width] = (means[at % width] ?? 0) + (values[at] ?? 0) / rows
  const { values: spread, vectors } = symmetricEigen(covariance(points, means))
  const total = spread.reduce((sum, value) => sum + Math.max(0, value), 0)
  const loadings = vectors.slice(0, components)
  const scores = new Float64Array(rows * components)
  for (let i = 0; i < rows; i++) {
    loadings.forEach((vector, axis) => {
      let score = 0
      for (let j = 0; j < width; j++) score += ((values[i * width + j] ?? 0) - (means[j] ?? 0)) * (vector[j] ?? 0)
      scores[i * components + axis] = score
    })
  }
  const variances = spread.slice(0, components).map((value) => Math.max(0, value))
  return { scores, loadings, variances, explained: variances.map((value) => (total === 0 ? 0 : value / total)), means }
}

function covariance({ rows, width, values }: Points, means: Float64Array): Float64Array[] {
  const matrix = Array.from({ length: width }, () => new Float64Array(width))
  const centred = new Float64Array(width)
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < width; j++) centred[j] = (values[i * width + j] ?? 0) - (means[j] ?? 0)
    matrix.forEach((row, one) => {
      const value = centred[one] ?? 0
      for (let other = one; other < width; other++)
        row[other] = (row[other] ?? 0) + (value * (centred[other] ?? 0)) / rows
    })
  }
  return matrix
}
