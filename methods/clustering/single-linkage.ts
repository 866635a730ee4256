import { type Dendrogram, dendrogramFrom, type Join } from './dendrogram.ts'

/** How far two rows are from each other; symmetric. */
export type RowDistance = (one: number, other: number) => number

/**
 * Single linkage: the distance of two clusters is that of their nearest rows. The joins are the edges of the shortest tree
 * through all rows, found one by one; time grows with the square of the rows, memory with the rows.
 *
 * @param rows at least 1
 * @param distance of two rows
 * @throws RangeError when there are no rows
 * Source: Gower and Ross 1969, "Minimum spanning trees and single linkage cluster analysis"; Prim 1957.
 * @example
 * singleLinkage(3, (i, j) => Math.abs(i * i - j * j)).height // Float64Array.of(1, 3)
 * singleLinkage(0, () => 1) // throws RangeError
 */
export function singleLinkage(rows: number, distance: RowDistance): Dendrogram {
  if (!(rows >= 1)) throw new RangeError(`rows must be at least 1, got ${rows}`)
  const nearest = new Float64Array(rows).fill(Infinity)
  const from = new Int32Array(rows)
  const isIn = new Uint8Array(rows)
  const joins: Join[] = []
  let last = 0
  for (let step = 1; step < rows; step++) {
    isIn[last] = 1
    let next = -1
    for (let row = 0; row < rows; row++) {
      if (isIn[row] === 1) continue
      const here = distance(last, row)
      if (here < (nearest[row] ?? 0)) {
        nearest[row] = here
        from[row] = last
      }
      if (next < 0 || (nearest[row] ?? 0) < (nearest[next] ?? 0)) next = row
    }
    joins.push({ one: from[next] ?? 0, other: next, height: nearest[next] ?? 0 })
    last = next
  }
  return dendrogramFrom(joins)
}
