/**
 * Which records hang together by links, whatever the number of steps. Each record gets the smallest index of its
 * component, so that the answer does not depend on the order of the links.
 *
 * @param count number of records, from 0
 * @param links two columns of record indices, `left[i]` linked with `right[i]`
 * @throws RangeError when a link names a record that is not there
 * @example
 * Array.from(connectedComponents(4, { left: [2, 1], right: [3, 2] })) // [0, 1, 1, 1]
 */
export function connectedComponents(
  count: number,
  { left, right }: { readonly left: ArrayLike<number>; readonly right: ArrayLike<number> },
): Uint32Array {
  const parent = new Uint32Array(count)
  for (let i = 0; i < count; i++) parent[i] = i
  for (let i = 0; i < left.length; i++) {
    const [a, b] = [left[i] ?? -1, right[i] ?? -1]
    if (!(a >= 0 && a < count && b >= 0 && b < count)) throw new RangeError(`links[${i}] must be 0 … ${count - 1}`)
    const [x, y] = [rootOf(parent, a), rootOf(parent, b)]
    if (x < y) parent[y] = x
    else parent[x] = y
  }
  for (let i = 0; i < count; i++) parent[i] = rootOf(parent, i)
  return parent
}

/** The smallest record of a component; halves the path on the way. */
function rootOf(parent: Uint32Array, of: number): number {
  let at = of
  let above = parent[at] ?? at
  while (above !== at) {
    const next = parent[above] ?? above
    parent[at] = next
    at = next
    above = parent[at] ?? at
  }
  return at
}
