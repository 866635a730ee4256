import { requireSameLength } from '../arguments/require-same-length.ts'
import { type Dendrogram, dendrogramFrom, type Join } from './dendrogram.ts'
import type { Points } from './points.ts'

/**
 * Ward's clustering: at each step those two clusters join whose union adds least to the inertia. Exact, by chains of nearest
 * neighbours over centroids: time grows with the square of the rows, memory with the rows.
 *
 * @param points at least one row
 * @param weights how many rows each stands for; 1 each where absent
 * @returns heights √(2 · what the join adds to the inertia): the distance of two single rows, as other programs give it
 * @throws RangeError when there are no rows, or weights of another length
 * Source: Ward 1963, "Hierarchical grouping to optimize an objective function"; Murtagh 1983, "A survey of recent advances in
 * hierarchical clustering algorithms" (chains).
 * @example
 * wardLinkage(pointsFrom([[0, 3]])).height // Float64Array.of(3)
 * [...cutDendrogram(wardLinkage(pointsFrom([[0, 1, 10, 11]])), 2)] // [0, 0, 1, 1]
 * wardLinkage(pointsFrom([])) // throws RangeError
 */
export function wardLinkage(points: Points, weights?: ArrayLike<number>): Dendrogram {
  const { rows } = points
  if (rows < 1) throw new RangeError(`points.rows must be at least 1, got ${rows}`)
  if (weights !== undefined) requireSameLength('weights', { expected: rows, actual: weights.length })
  const state = firstState(points, weights)
  const joins: Join[] = []
  const chain: number[] = []
  while (state.active > 1) {
    if (chain.length === 0) chain.push(state.nodeAt[0] ?? 0)
    const tip = chain.at(-1) ?? 0
    const before = chain.at(-2)
    const { node, cost } = nearestNode(state, { tip, before })
    if (node !== before) {
      chain.push(node)
      continue
    }
    chain.length -= 2
    joins.push({ one: tip, other: node, height: Math.sqrt(2 * cost) })
    join(state, { kept: Math.min(tip, node), gone: Math.max(tip, node) })
  }
  return dendrogramFrom(joins, weights)
}

/** Clusters lie close together in memory, in slots; a cluster is named by one of its rows. */
interface State {
  readonly width: number
  readonly centres: Float64Array
  readonly sizes: Float64Array
  readonly nodeAt: Int32Array
  readonly slotOf: Int32Array
  active: number
}

function firstState({ rows, width, values }: Points, weights?: ArrayLike<number>): State {
  return {
    width,
    centres: values.slice(),
    sizes: weights === undefined ? new Float64Array(rows).fill(1) : Float64Array.from(weights),
    nodeAt: Int32Array.from({ length: rows }, (_, i) => i),
    slotOf: Int32Array.from({ length: rows }, (_, i) => i),
    active: rows,
  }
}

/** The cluster that is cheapest to join; of equal ones the one before in the chain, so that chains end. */
function nearestNode(
  state: State,
  { tip, before }: { readonly tip: number; readonly before: number | undefined },
): { node: number; cost: number } {
  const { width, centres, sizes, nodeAt, slotOf, active } = state
  const own = slotOf[tip] ?? 0
  const size = sizes[own] ?? 0
  const half = width >> 1
  const centre = centres.slice(own * width, (own + 1) * width)
  let best = before === undefined ? -1 : (slotOf[before] ?? -1)
  let cost = best < 0 ? Infinity : costOf(state, own, best)
  for (let slot = 0; slot < active; slot++) {
    const other = sizes[slot] ?? 0
    const factor = (size * other) / (size + other)
    const from = slot * width
    let squared = 0
    for (let j = 0; j < half; j++) {
      const difference = (centre[j] ?? 0) - (centres[from + j] ?? 0)
      squared += difference * difference
    }
    // Most are too far away by half of their features already.
    if (squared * factor >= cost) continue
    for (let j = half; j < width; j++) {
      const difference = (centre[j] ?? 0) - (centres[from + j] ?? 0)
      squared += difference * difference
    }
    if (squared * factor < cost && slot !== own) {
      best = slot
      cost = squared * factor
    }
  }
  return { node: nodeAt[best] ?? 0, cost }
}

function costOf({ width, centres, sizes }: State, ...[one, other]: readonly [number, number]): number {
  let squared = 0
  for (let j = 0; j < width; j++) squared += ((centres[one * width + j] ?? 0) - (centres[other * width + j] ?? 0)) ** 2
  const [left, right] = [sizes[one] ?? 0, sizes[other] ?? 0]
  return (squared * left * right) / (left + right)
}

/** Puts two clusters together in the slot of the first; the last slot moves to where the second was. */
function join(state: State, { kept, gone }: { readonly kept: number; readonly gone: number }): void {
  const { width, centres, sizes, nodeAt, slotOf } = state
  const [into, free] = [slotOf[kept] ?? 0, slotOf[gone] ?? 0]
  const [left, right] = [sizes[into] ?? 0, sizes[free] ?? 0]
  for (let j = 0; j < width; j++) {
    const at = into * width + j
    centres[at] = ((centres[at] ?? 0) * left + (centres[free * width + j] ?? 0) * right) / (left + right)
  }
  sizes[into] = left + right
  state.active--
  const last = state.active
  if (free === last) return
  centres.copyWithin(free * width, last * width, (last + 1) * width)
  sizes[free] = sizes[last] ?? 0
  const moved = nodeAt[last] ?? 0
  nodeAt[free] = moved
  slotOf[moved] = free
}
