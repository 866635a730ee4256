import { clusterCentres, squaredDistanceTo } from './cluster-centres.ts'
import type { Points } from './points.ts'

/**
 * The mean over clusters of how much each is like the one it is most like: (spread + spread) / distance of the centres, a
 * spread being the mean distance to the centre. Smaller is better.
 *
 * @param points the rows
 * @param labels the cluster of each row, from 0
 * @returns NaN for a single cluster; Infinity where two centres coincide
 * @throws RangeError as {@link clusterCentres} does
 * Source: Davies and Bouldin 1979, "A cluster separation measure".
 * @example
 * daviesBouldin(pointsFrom([[0, 2, 10, 12]]), [0, 0, 1, 1]) // 0.2
 * daviesBouldin(pointsFrom([[0, 2]]), [0, 0]) // NaN
 */
export function daviesBouldin(points: Points, labels: ArrayLike<number>): number {
  const { centres, sizes } = clusterCentres(points, labels)
  const { width } = points
  const spreads = new Float64Array(sizes.length)
  for (let row = 0; row < points.rows; row++) {
    const centre = labels[row] ?? 0
    spreads[centre] = (spreads[centre] ?? 0) + Math.sqrt(squaredDistanceTo(points, { row, centre, centres }))
  }
  const present = [...sizes.keys()].filter((cluster) => (sizes[cluster] ?? 0) > 0)
  if (present.length < 2) return Number.NaN
  const gap = (one: number, other: number): number => {
    let squared = 0
    for (let j = 0; j < width; j++)
      squared += ((centres[one * width + j] ?? 0) - (centres[other * width + j] ?? 0)) ** 2
    return Math.sqrt(squared)
  }
  const spread = (cluster: number): number => (spreads[cluster] ?? 0) / (sizes[cluster] ?? 1)
  const likest = present.map((one) =>
    Math.max(
      ...present.filter((other) => other !== one).map((other) => (spread(one) + spread(other)) / gap(one, other)),
    ),
  )
  return likest.reduce((sum, value) => sum + value, 0) / likest.length
}
