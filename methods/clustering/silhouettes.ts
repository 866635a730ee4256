import { requireLabels, type Points } from './points.ts'
import type { RowDistance } from './single-linkage.ts'

/**
 * How well each row lies in its cluster: (b − a) / max(a, b), a = mean distance to the other rows of its own cluster, b = to
 * those of the nearest other one. 1 is far from all others, 0 on the border, below 0 nearer to another cluster; 0 for a row
 * that is alone in its cluster. Every pair of rows is looked at once; memory grows with rows × clusters.
 *
 * @param points the rows
 * @param labels the cluster of each row, from 0
 * @returns one silhouette per row; the mean of them is the silhouette of the partition; 0 everywhere for a single cluster
 * @throws RangeError when the labels do not go with the rows
 * Source: Rousseeuw 1987, "Silhouettes: a graphical aid to the interpretation and validation of cluster analysis".
 * @example
 * silhouettes(pointsFrom([[0, 2, 10]]), [0, 0, 1]) // Float64Array.of(0.8, 0.75, 0)
 * silhouettes(pointsFrom([[0, 2]]), [0, 0]) // Float64Array.of(0, 0)
 */
export function silhouettes(points: Points, labels: ArrayLike<number>): Float64Array {
  const { rows, width } = points
  const k = requireLabels(labels, rows)
  const order = byCluster(labels, k)
  const values = new Float64Array(rows * width)
  order.forEach((row, i) => values.set(points.values.subarray(row * width, (row + 1) * width), i * width))
  const sorted = order.map((row) => labels[row] ?? 0)
  // By cluster, then by row: the rows of a cluster stand together, and so do the sums they are added to.
  const sums = new Float64Array(rows * k)
  // Adds the distances of a row to those that follow it in one cluster; where the next cluster begins.
  const addRun = (i: number, start: number): number => {
    const [from, own, cluster] = [i * width, (sorted[i] ?? 0) * rows, sorted[start] ?? 0]
    let sum = 0
    let other = start
    for (let at = start * width; other < rows && sorted[other] === cluster; other++) {
      let squared = 0
      for (let j = from; j < from + width; j++, at++) {
        const difference = (values[j] ?? 0) - (values[at] ?? 0)
        squared += difference * difference
      }
      const distance = Math.sqrt(squared)
      sum += distance
      sums[own + other] = (sums[own + other] ?? 0) + distance
    }
    sums[cluster * rows + i] = (sums[cluster * rows + i] ?? 0) + sum
    return other
  }
  for (let i = 0; i < rows; i++) for (let start = i + 1; start < rows;) start = addRun(i, start)
  return fromSums({ sums, order, sorted, k })
}

/**
 * {@link silhouettes} for any distance of two rows.
 *
 * @param labels the cluster of each row, from 0
 * @param distance of two rows
 * @example
 * silhouettesByDistance([0, 0, 1], (i, j) => Math.abs([0, 2, 10][i] - [0, 2, 10][j])) // Float64Array.of(0.8, 0.75, 0)
 */
export function silhouettesByDistance(labels: ArrayLike<number>, distance: RowDistance): Float64Array {
  const rows = labels.length
  const k = requireLabels(labels, rows)
  const sums = new Float64Array(rows * k)
  for (let one = 0; one < rows; one++) {
    for (let other = one + 1; other < rows; other++) {
      const apart = distance(one, other)
      const [here, there] = [(labels[other] ?? 0) * rows + one, (labels[one] ?? 0) * rows + other]
      sums[here] = (sums[here] ?? 0) + apart
      sums[there] = (sums[there] ?? 0) + apart
    }
  }
  const order = Uint32Array.from({ length: rows }, (_, i) => i)
  return fromSums({ sums, order, sorted: order.map((row) => labels[row] ?? 0), k })
}

/** Rows of one cluster after the other. */
function byCluster(labels: ArrayLike<number>, k: number): Uint32Array {
  const starts = new Uint32Array(k + 1)
  for (let i = 0; i < labels.length; i++) starts[(labels[i] ?? 0) + 1] = (starts[(labels[i] ?? 0) + 1] ?? 0) + 1
  for (let cluster = 1; cluster <= k; cluster++) starts[cluster] = (starts[cluster] ?? 0) + (starts[cluster - 1] ?? 0)
  const order = new Uint32Array(labels.length)
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? 0
    order[starts[label] ?? 0] = i
    starts[label] = (starts[label] ?? 0) + 1
  }
  return order
}

interface Sums {
  /** Sums of the distances to the rows of each cluster, by cluster and then by row in order. */
  readonly sums: Float64Array
  readonly order: Uint32Array
  readonly sorted: Uint32Array
  readonly k: number
}

function fromSums({ sums, order, sorted, k }: Sums): Float64Array {
  const sizes = new Float64Array(k)
  for (const label of sorted) sizes[label] = (sizes[label] ?? 0) + 1
  const found = new Float64Array(order.length)
  order.forEach((row, i) => {
    const own = sorted[i] ?? 0
    const size = sizes[own] ?? 0
    let nearest = Infinity
    for (let cluster = 0; cluster < k; cluster++) {
      if (cluster === own || sizes[cluster] === 0) continue
      nearest = Math.min(nearest, (sums[cluster * order.length + i] ?? 0) / (sizes[cluster] ?? 1))
    }
    if (size < 2 || nearest === Infinity) return
    const inside = (sums[own * order.length + i] ?? 0) / (size - 1)
    const largest = Math.max(inside, nearest)
    found[row] = largest === 0 ? 0 : (nearest - inside) / largest
  })
  return found
}
