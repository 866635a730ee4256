import { requireInteger } from '../arguments/require-integer.ts'
import type { Points } from '../clustering/points.ts'

export interface NearestRows {
  /** `count` rows per query, the nearest first, one query after another. */
  readonly rows: Int32Array
  readonly distances: Float64Array
}

interface Tree {
  readonly points: Points
  readonly order: Int32Array
  /** By position of the middle of a part: the feature along which it was cut. */
  readonly axes: Uint8Array
}

const leafRows = 16

/**
 * The rows of a table that are nearest to each query, exactly, by a k-d tree.
 *
 * @param points to look in, up to 255 features
 * @param options `queries`: of the same width; `count`: neighbours wanted, at most the rows
 * @throws RangeError when count is not 1 … rows
 * Source: Friedman, Bentley and Finkel 1977, "An algorithm for finding best matches in logarithmic expected time".
 * @example
 * [...nearestRows(pointsFrom([[0, 1, 5]]), { queries: pointsFrom([[4]]), count: 2 }).rows] // [2, 1]
 * nearestRows(pointsFrom([[0]]), { queries: pointsFrom([[4]]), count: 2 }) // throws RangeError
 */
export function nearestRows(
  points: Points,
  { queries, count }: { readonly queries: Points; readonly count: number },
): NearestRows {
  requireInteger('count', count)
  if (count < 1 || count > points.rows) throw new RangeError(`count must be 1 to ${points.rows}, got ${count}`)
  const tree = grown(points)
  const found = { rows: new Int32Array(queries.rows * count), distances: new Float64Array(queries.rows * count) }
  for (let query = 0; query < queries.rows; query++) {
    const at = query * count
    const best = {
      point: queries.values.subarray(query * queries.width, (query + 1) * queries.width),
      rows: found.rows.subarray(at, at + count).fill(-1),
      squares: found.distances.subarray(at, at + count).fill(Infinity),
    }
    search(tree, { best, from: 0, to: points.rows })
  }
  found.distances.forEach((squared, i) => (found.distances[i] = Math.sqrt(squared)))
  return found
}

function grown(points: Points): Tree {
  const order = Int32Array.from({ length: points.rows }, (_, i) => i)
  const axes = new Uint8Array(points.rows)
  const waiting = [{ from: 0, to: points.rows }]
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const { from, to } = part
    if (to - from <= leafRows) continue
    const axis = widestAxis(points, order.subarray(from, to))
    const figureAt = (row: number): number => points.values[row * points.width + axis] ?? 0
    order.subarray(from, to).sort((one, other) => figureAt(one) - figureAt(other) || one - other)
    const middle = (from + to) >> 1
    axes[middle] = axis
    waiting.push({ from, to: middle }, { from: middle + 1, to })
  }
  return { points, order, axes }
}

function widestAxis({ width, values }: Points, rows: Int32Array): number {
  let [widest, spread] = [0, -1]
  for (let j = 0; j < width; j++) {
    let [least, largest] = [Infinity, -Infinity]
    for (const row of rows) {
      const value = values[row * width + j] ?? 0
      if (value < least) least = value
      if (value > largest) largest = value
    }
    if (largest - least > spread) [widest, spread] = [j, largest - least]
  }
  return widest
}

interface Best {
  readonly point: Float64Array
  readonly rows: Int32Array
  readonly squares: Float64Array
}

function search(tree: Tree, { best, from, to }: { best: Best; from: number; to: number }): void {
  const { points, order, axes } = tree
  if (to - from <= leafRows) {
    for (let i = from; i < to; i++) offer(points, { best, row: order[i] ?? 0 })
    return
  }
  const middle = (from + to) >> 1
  const row = order[middle] ?? 0
  const axis = axes[middle] ?? 0
  const apart = (best.point[axis] ?? 0) - (points.values[row * points.width + axis] ?? 0)
  offer(points, { best, row })
  const sides = [
    { best, from, to: middle },
    { best, from: middle + 1, to },
  ] as const
  search(tree, apart < 0 ? sides[0] : sides[1])
  if (apart * apart < (best.squares.at(-1) ?? 0)) search(tree, apart < 0 ? sides[1] : sides[0])
}

/** Takes a row among the nearest where it belongs; of equal ones the first by number stays. */
function offer({ width, values }: Points, { best, row }: { best: Best; row: number }): void {
  const { point, rows, squares } = best
  let squared = 0
  for (let j = 0; j < width; j++) squared += ((point[j] ?? 0) - (values[row * width + j] ?? 0)) ** 2
  let at = squares.length - 1
  if (squared > (squares[at] ?? 0) || (squared === squares[at] && row > (rows[at] ?? 0))) return
  while (at > 0 && ((squares[at - 1] ?? 0) > squared || (squares[at - 1] === squared && (rows[at - 1] ?? 0) > row))) {
    squares[at] = squares[at - 1] ?? 0
    rows[at] = rows[at - 1] ?? 0
    at--
  }
  squares[at] = squared
  rows[at] = row
}
