/** Baskets of items: those of basket i stand in `items` from `offsets[i]` to `offsets[i + 1]`. */
export interface Baskets {
  /** One more than there are baskets, ascending from 0. */
  readonly offsets: Uint32Array
  /** Numbers of items from 0; an item that stands twice in a basket counts once. */
  readonly items: Uint32Array
}

/**
 * Baskets from lists.
 *
 * @throws RangeError when an item is not a whole number of at least 0
 * @example
 * Array.from(basketsFrom([[3, 1], [], [2]]).offsets) // [0, 2, 2, 3]
 * basketsFrom([[-1]]) // throws RangeError
 */
export function basketsFrom(lists: readonly (readonly number[])[]): Baskets {
  const offsets = new Uint32Array(lists.length + 1)
  lists.forEach((list, index) => {
    offsets[index + 1] = (offsets[index] ?? 0) + list.length
  })
  const items = lists.flat()
  for (const item of items) {
    if (!Number.isInteger(item) || item < 0) throw new RangeError(`lists must hold item numbers, got ${item}`)
  }
  return { offsets, items: Uint32Array.from(items) }
}
