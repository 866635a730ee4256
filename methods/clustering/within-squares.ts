import { clusterCentres, squaredDistanceTo } from './cluster-centres.ts'
import type { Points } from './points.ts'

/**
 * Inertia of each cluster: the sum of squared distances of its points to its mean.
 *
 * @param points the rows
 * @param labels the cluster of each row, from 0
 * @throws RangeError as {@link clusterCentres} does
 * @example
 * withinSquares(pointsFrom([[1, 3, 9]]), [0, 0, 1]) // Float64Array.of(2, 0)
 */
export function withinSquares(points: Points, labels: ArrayLike<number>): Float64Array {
  const { centres, sizes } = clusterCentres(points, labels)
  const squares = new Float64Array(sizes.length)
  for (let row = 0; row < points.rows; row++) {
    const centre = labels[row] ?? 0
    squares[centre] = (squares[centre] ?? 0) + squaredDistanceTo(points, { row, centre, centres })
  }
  return squares
}
