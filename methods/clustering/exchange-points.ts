import type { KMeans } from './k-means-from.ts'
import type { Points } from './points.ts'

const mostRounds = 100
/** Shares of the inertia below this are rounding, and could move a point to and fro for ever. */
const leastGain = 1e-12

/**
 * Moves single points between clusters as long as that lowers the inertia: Hartigan's improvement on k-means, which leaves
 * many of the places where k-means is stuck. The means follow every move.
 *
 * @param points the rows
 * @param found a partition; it is left as it is
 * @returns a partition whose inertia is at most as large
 * Source: Hartigan 1975, "Clustering Algorithms"; Telgarsky and Vattani 2010, "Hartigan's method: k-means clustering without
 * Voronoi".
 * @example
 * exchangePoints(pointsFrom([[0, 1, 10, 11]]), kMeansFrom(pointsFrom([[0, 1, 10, 11]]), { centres: [0, 11] })).inertia // 1
 */
export function exchangePoints(points: Points, found: KMeans): KMeans {
  const { rows } = points
  const { labels, centres } = { labels: found.labels.slice(), centres: found.centres.slice() }
  const sizes = new Float64Array(centres.length / points.width)
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1
  const state = { labels, centres, sizes, least: leastGain * found.inertia }
  let inertia = found.inertia
  let quiet = 0
  for (let step = 0; quiet < rows && step < mostRounds * rows; step++) {
    const gain = moveRow(points, { ...state, row: step % rows })
    inertia -= gain
    quiet = gain > 0 ? 0 : quiet + 1
  }
  return { ...found, labels, centres, inertia: Math.max(0, inertia) }
}

interface Move {
  readonly labels: Int32Array
  readonly centres: Float64Array
  readonly sizes: Float64Array
  readonly least: number
  readonly row: number
}

/** Moves one point to where it costs least; what that gains. */
function moveRow({ width, values }: Points, { labels, centres, sizes, least, row }: Move): number {
  const own = labels[row] ?? 0
  const ownSize = sizes[own] ?? 0
  if (ownSize < 2) return 0
  const from = row * width
  const squared = (centre: number): number => {
    let sum = 0
    for (let j = 0; j < width; j++) sum += ((values[from + j] ?? 0) - (centres[centre * width + j] ?? 0)) ** 2
    return sum
  }
  const freed = (squared(own) * ownSize) / (ownSize - 1)
  let [best, cost] = [own, freed - least]
  for (let centre = 0; centre < sizes.length; centre++) {
    if (centre === own) continue
    const size = sizes[centre] ?? 0
    const added = (squared(centre) * size) / (size + 1)
    if (added < cost) [best, cost] = [centre, added]
  }
  if (best === own) return 0
  const bestSize = sizes[best] ?? 0
  for (let j = 0; j < width; j++) {
    const value = values[from + j] ?? 0
    const [left, right] = [own * width + j, best * width + j]
    centres[left] = (centres[left] ?? 0) - (value - (centres[left] ?? 0)) / (ownSize - 1)
    centres[right] = (centres[right] ?? 0) + (value - (centres[right] ?? 0)) / (bestSize + 1)
  }
  sizes[own] = ownSize - 1
  sizes[best] = bestSize + 1
  labels[row] = best
  return freed - cost
}
