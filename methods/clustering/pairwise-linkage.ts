import { type Dendrogram, dendrogramFrom, type Join } from './dendrogram.ts'
import type { RowDistance } from './single-linkage.ts'

/** `complete`: the farthest rows of two clusters; `average`: the mean over all pairs. */
export type PairwiseLinkage = 'complete' | 'average'

export interface PairwiseOptions {
  readonly linkage: PairwiseLinkage
  readonly distance: RowDistance
  /** How many rows each stands for; 1 each where absent. */
  readonly weights?: ArrayLike<number>
}

/** Rows whose distances are kept: half a square of doubles, 400 MB at this many. */
export const mostPairwiseRows = 10_000

/**
 * Complete and average linkage, exactly, by chains of nearest neighbours over the distances of all pairs, which are kept:
 * memory and time grow with the square of the rows.
 *
 * @param rows 1 … 10,000
 * @param options the linkage and the distance of two rows
 * @throws RangeError when there are no rows, or too many
 * Source: Lance and Williams 1967; Müllner 2011, "Modern hierarchical, agglomerative clustering algorithms".
 * @example
 * pairwiseLinkage(3, { linkage: 'complete', distance: (i, j) => Math.abs(i * i - j * j) }).height // Float64Array.of(1, 4)
 * pairwiseLinkage(3, { linkage: 'average', distance: (i, j) => Math.abs(i * i - j * j) }).height // Float64Array.of(1, 3.5)
 * pairwiseLinkage(20_000, { linkage: 'average', distance: () => 1 }) // throws RangeError
 */
export function pairwiseLinkage(rows: number, options: PairwiseOptions): Dendrogram {
  if (!(rows >= 1 && rows <= mostPairwiseRows)) {
    throw new RangeError(`rows must be 1 to ${mostPairwiseRows}, got ${rows}`)
  }
  const { linkage, distance, weights } = options
  const pairs = new Float64Array((rows * (rows - 1)) / 2)
  for (let one = 1, at = 0; one < rows; one++) {
    for (let other = 0; other < one; other++) pairs[at++] = distance(one, other)
  }
  const sizes = Float64Array.from({ length: rows }, (_, i) => weights?.[i] ?? 1)
  const active = Int32Array.from({ length: rows }, (_, i) => i)
  const joins: Join[] = []
  const chain: number[] = []
  let count = rows
  while (count > 1) {
    if (chain.length === 0) chain.push(active[0] ?? 0)
    const tip = chain.at(-1) ?? 0
    const before = chain.at(-2)
    const node = nearestOf({ pairs, active: active.subarray(0, count), tip, before })
    if (node !== before) {
      chain.push(node)
      continue
    }
    chain.length -= 2
    joins.push({ one: tip, other: node, height: pairs[placeOf(tip, node)] ?? 0 })
    active[active.subarray(0, count).indexOf(node)] = active[count - 1] ?? 0
    count--
    blend({ pairs, sizes, active: active.subarray(0, count), linkage, kept: tip, gone: node })
  }
  return dendrogramFrom(joins, weights)
}

function placeOf(one: number, other: number): number {
  const [low, high] = one < other ? [one, other] : [other, one]
  return (high * (high - 1)) / 2 + low
}

interface Neighbours {
  readonly pairs: Float64Array
  readonly active: Int32Array
  readonly tip: number
  readonly before: number | undefined
}

/** The nearest cluster; of equal ones the one before in the chain, so that chains end. */
function nearestOf({ pairs, active, tip, before }: Neighbours): number {
  let node = before ?? -1
  let least = before === undefined ? Infinity : (pairs[placeOf(tip, before)] ?? 0)
  for (let i = 0; i < active.length; i++) {
    const other = active[i] ?? 0
    if (other === tip) continue
    const here = pairs[placeOf(tip, other)] ?? 0
    if (here < least || node < 0) {
      node = other
      least = here
    }
  }
  return node
}

interface Blend {
  readonly pairs: Float64Array
  readonly sizes: Float64Array
  readonly active: Int32Array
  readonly linkage: PairwiseLinkage
  readonly kept: number
  readonly gone: number
}

/** The distances of a union from those of its parts. */
function blend({ pairs, sizes, active, linkage, kept, gone }: Blend): void {
  const [left, right] = [sizes[kept] ?? 0, sizes[gone] ?? 0]
  for (let i = 0; i < active.length; i++) {
    const other = active[i] ?? 0
    if (other === kept) continue
    const at = placeOf(kept, other)
    const [near, far] = [pairs[at] ?? 0, pairs[placeOf(gone, other)] ?? 0]
    pairs[at] = linkage === 'complete' ? Math.max(near, far) : (left * near + right * far) / (left + right)
  }
  sizes[kept] = left + right
}
