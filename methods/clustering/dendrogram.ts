import { requireInteger } from '../arguments/require-integer.ts'

/**
 * How rows grow together: step s joins two nodes into node `rows + s`. Nodes below `rows` are the rows themselves. Heights
 * ascend.
 */
export interface Dendrogram {
  readonly rows: number
  readonly left: Int32Array
  readonly right: Int32Array
  /** In the unit of the distance. */
  readonly height: Float64Array
  /** Rows below the node (their weight, where rows stand for several). */
  readonly size: Float64Array
}

/** A join as found, in any order: two rows, one out of each of the two sides. */
export interface Join {
  readonly one: number
  readonly other: number
  readonly height: number
}

/**
 * Joins in the order of their heights, with nodes numbered as they come into being.
 *
 * @param joins one fewer than rows; any row of a side stands for it
 * @param weights what each row counts for; 1 each where absent
 * @example
 * dendrogramFrom([{ one: 1, other: 2, height: 5 }, { one: 0, other: 1, height: 2 }]).height // Float64Array.of(2, 5)
 * dendrogramFrom([{ one: 1, other: 2, height: 5 }, { one: 0, other: 1, height: 2 }]).left // Int32Array.of(0, 2)
 */
export function dendrogramFrom(joins: readonly Join[], weights?: ArrayLike<number>): Dendrogram {
  const rows = joins.length + 1
  const sorted = joins.toSorted((first, second) => first.height - second.height)
  const above = Int32Array.from({ length: 2 * rows - 1 }, (_, node) => node)
  const weight = new Float64Array(2 * rows - 1)
  for (let i = 0; i < rows; i++) weight[i] = weights?.[i] ?? 1
  const tree = {
    rows,
    left: new Int32Array(joins.length),
    right: new Int32Array(joins.length),
    height: new Float64Array(joins.length),
    size: new Float64Array(joins.length),
  }
  sorted.forEach(({ one, other, height }, step) => {
    const [first, second] = [topOf(above, one), topOf(above, other)]
    tree.left[step] = Math.min(first, second)
    tree.right[step] = Math.max(first, second)
    tree.height[step] = height
    tree.size[step] = (weight[first] ?? 0) + (weight[second] ?? 0)
    weight[rows + step] = tree.size[step] ?? 0
    above[first] = rows + step
    above[second] = rows + step
  })
  return tree
}

function topOf(above: Int32Array, node: number): number {
  let top = node
  while (above[top] !== top) top = above[top] ?? top
  // The way is shortened for whoever comes after.
  for (let at = node; at !== top;) {
    const next = above[at] ?? top
    above[at] = top
    at = next
  }
  return top
}

/**
 * The clusters that are there when the tree is cut so that k remain.
 *
 * @param tree as {@link dendrogramFrom} makes it
 * @param k 1 … rows
 * @returns the cluster of each row, numbered by their first rows
 * @throws RangeError when k is none of these
 * @example
 * [...cutDendrogram(wardLinkage(pointsFrom([[0, 1, 10, 11]])), 2)] // [0, 0, 1, 1]
 * cutDendrogram(wardLinkage(pointsFrom([[0, 1]])), 3) // throws RangeError
 */
export function cutDendrogram(tree: Dendrogram, k: number): Int32Array {
  const { rows, left, right } = tree
  requireInteger('k', k)
  if (k < 1 || k > rows) throw new RangeError(`k must be 1 to ${rows}, the rows, got ${k}`)
  const above = Int32Array.from({ length: 2 * rows - 1 }, (_, node) => node)
  for (let step = 0; step < rows - k; step++) {
    above[left[step] ?? 0] = rows + step
    above[right[step] ?? 0] = rows + step
  }
  const numbers = new Map<number, number>()
  return Int32Array.from({ length: rows }, (_, row) => {
    const top = topOf(above, row)
    const known = numbers.get(top) ?? numbers.size
    numbers.set(top, known)
    return known
  })
}
