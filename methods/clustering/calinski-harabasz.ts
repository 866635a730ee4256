import { clusterCentres } from './cluster-centres.ts'
import type { Points } from './points.ts'
import { withinSquares } from './within-squares.ts'

/**
 * Variance between clusters over variance within them, each per degree of freedom: (B / (k − 1)) / (W / (n − k)). Larger is
 * better; there is no scale to it.
 *
 * @param points the rows
 * @param labels the cluster of each row, from 0
 * @returns NaN for a single cluster and for as many clusters as rows; Infinity where clusters have no inner spread
 * @throws RangeError as {@link clusterCentres} does
 * Source: Caliński and Harabasz 1974, "A dendrite method for cluster analysis".
 * @example
 * calinskiHarabasz(pointsFrom([[0, 2, 10, 12]]), [0, 0, 1, 1]) // 50
 * calinskiHarabasz(pointsFrom([[0, 2]]), [0, 0]) // NaN
 */
export function calinskiHarabasz(points: Points, labels: ArrayLike<number>): number {
  const { centres, sizes } = clusterCentres(points, labels)
  const { rows, width } = points
  const k = sizes.filter((size) => size > 0).length
  if (k < 2 || k >= rows) return Number.NaN
  const whole = clusterCentres(points, new Uint8Array(rows)).centres
  let between = 0
  sizes.forEach((size, cluster) => {
    if (size === 0) return
    for (let j = 0; j < width; j++) between += size * ((centres[cluster * width + j] ?? 0) - (whole[j] ?? 0)) ** 2
  })
  const within = withinSquares(points, labels).reduce((sum, value) => sum + value, 0)
  return between / (k - 1) / (within / (rows - k))
}
