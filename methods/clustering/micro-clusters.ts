import { requireInteger } from '../arguments/require-integer.ts'
import { clusterCentres } from './cluster-centres.ts'
import { type Points } from './points.ts'

export interface MicroClusters {
  /** The micro-cluster of each row. */
  readonly labels: Int32Array
  readonly centres: Points
  /** Rows in each. */
  readonly sizes: Float64Array
}

/**
 * Many small groups of rows that lie together, for methods that cannot look at every pair of rows: all groups are
 * cut in two, again and again, at the middle of the feature that spreads most in them, until there are enough.
 *
 * Time grows with rows × log of the groups. Rows that are all equal stay together, so that there may be fewer groups. Of
 * groups beyond 16,384 rows some 8,192, evenly spread, tell the feature and its middle.
 *
 * @param points at least one row
 * @param most groups wanted
 * @throws RangeError when fewer than one is wanted
 * Source: Bentley 1975, "Multidimensional binary search trees used for associative searching".
 * @example
 * microClusters(pointsFrom([[0, 1, 10, 11]]), 2).sizes // Float64Array.of(2, 2)
 * microClusters(pointsFrom([[0]]), 0) // throws RangeError
 */
export function microClusters(points: Points, most: number): MicroClusters {
  requireInteger('most', most)
  if (most < 1) throw new RangeError(`most must be at least 1, got ${most}`)
  const order = Uint32Array.from({ length: points.rows }, (_, i) => i)
  const parts = [{ from: 0, to: points.rows }]
  for (let before = 0; parts.length > before && parts.length < most;) {
    before = parts.length
    const whole = parts.splice(0)
    whole.forEach((part, i) => {
      const left = whole.length - i
      const cut = parts.length + left < most ? cutOf(points, { order, ...part }) : null
      if (cut === null) parts.push(part)
      else parts.push({ from: part.from, to: cut }, { from: cut, to: part.to })
    })
  }
  const labels = new Int32Array(points.rows)
  parts.forEach(({ from, to }, label) => {
    for (let i = from; i < to; i++) labels[order[i] ?? 0] = label
  })
  const { centres, sizes } = clusterCentres(points, labels)
  return {
    labels,
    centres: { rows: parts.length, width: points.width, values: centres },
    sizes: Float64Array.from(sizes),
  }
}

interface Part {
  readonly order: Uint32Array
  readonly from: number
  readonly to: number
}

const wholeRows = 16_384
const seenRows = 8_192

/** Parts the rows of a part where its widest feature has its middle; where its upper half begins, null where all are equal. */
function cutOf(points: Points, { order, from, to }: Part): number | null {
  const rows = order.subarray(from, to)
  const seen = rows.length > wholeRows ? everyNth(rows, Math.floor(rows.length / seenRows)) : rows
  const spread = widestOf(points, seen) ?? widestOf(points, rows)
  if (spread === null) return null
  const figures = figuresAt(points, { rows, feature: spread.feature })
  const sorted = spread.rows === rows ? figures.toSorted() : figuresAt(points, spread).sort()
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0
  // Equal figures stay on one side: above, unless they are the least.
  return from + partition(rows, { figures, middle, withMiddle: sorted[0] === middle })
}

function everyNth(rows: Uint32Array, step: number): Uint32Array {
  return Uint32Array.from({ length: Math.ceil(rows.length / step) }, (_, i) => rows[i * step] ?? 0)
}

interface FeatureOfRows {
  readonly rows: Uint32Array
  readonly feature: number
}

/** The feature whose figures lie farthest apart; null where rows do not differ. */
function widestOf({ width, values }: Points, rows: Uint32Array): FeatureOfRows | null {
  let [feature, spread] = [0, 0]
  for (let j = 0; j < width; j++) {
    let [least, largest] = [Infinity, -Infinity]
    for (let i = 0; i < rows.length; i++) {
      const value = values[(rows[i] ?? 0) * width + j] ?? 0
      if (value < least) least = value
      if (value > largest) largest = value
    }
    if (largest - least > spread) [feature, spread] = [j, largest - least]
  }
  return spread === 0 ? null : { rows, feature }
}

function figuresAt({ width, values }: Points, { rows, feature }: FeatureOfRows): Float64Array {
  const figures = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) figures[i] = values[(rows[i] ?? 0) * width + feature] ?? 0
  return figures
}

interface Cut {
  readonly figures: Float64Array
  readonly middle: number
  readonly withMiddle: boolean
}

/** Puts rows whose figures are below before the others, either in their order; how many those are. */
function partition(rows: Uint32Array, { figures, middle, withMiddle }: Cut): number {
  const others = new Uint32Array(rows.length)
  let [count, left] = [0, 0]
  for (let i = 0; i < rows.length; i++) {
    const [row, figure] = [rows[i] ?? 0, figures[i] ?? 0]
    if (figure < middle || (withMiddle && figure === middle)) rows[count++] = row
    else others[left++] = row
  }
  rows.set(others.subarray(0, left), count)
  return count
}
