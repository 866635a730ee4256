import { type Points, requireLabels } from './points.ts'

export interface ClusterCentres {
  /** Row after row, as in points; a cluster without points has NaN. */
  readonly centres: Float64Array
  readonly sizes: Uint32Array
}

/**
 * The mean of every cluster.
 *
 * @param points the rows
 * @param labels the cluster of each row, from 0
 * @throws RangeError as {@link requireLabels} does
 * @example
 * clusterCentres(pointsFrom([[1, 3, 9]]), [0, 0, 1]) // { centres: Float64Array.of(2, 9), sizes: Uint32Array.of(2, 1) }
 */
export function clusterCentres(points: Points, labels: ArrayLike<number>): ClusterCentres {
  const { rows, width, values } = points
  const k = requireLabels(labels, rows)
  const centres = new Float64Array(k * width)
  const sizes = new Uint32Array(k)
  for (let i = 0; i < rows; i++) {
    const label = labels[i] ?? 0
    sizes[label] = (sizes[label] ?? 0) + 1
    for (let j = 0; j < width; j++) {
      const at = label * width + j
      centres[at] = (centres[at] ?? 0) + (values[i * width + j] ?? 0)
    }
  }
  for (let at = 0; at < centres.length; at++) {
    centres[at] = (centres[at] ?? 0) / (sizes[Math.floor(at / width)] ?? 0)
  }
  return { centres, sizes }
}

/**
 * Squared distance of a row to a centre.
 *
 * @param points the rows
 * @param pair `row` of the points, `centre` of the centres, which stand row after row
 * @example
 * squaredDistanceTo(pointsFrom([[0], [0]]), { row: 0, centre: 0, centres: [3, 4] }) // 25
 */
export function squaredDistanceTo(
  points: Points,
  pair: { readonly row: number; readonly centre: number; readonly centres: ArrayLike<number> },
): number {
  const { width, values } = points
  const { row, centre, centres } = pair
  let sum = 0
  for (let j = 0; j < width; j++) {
    const difference = (values[row * width + j] ?? 0) - (centres[centre * width + j] ?? 0)
    sum += difference * difference
  }
  return sum
}
