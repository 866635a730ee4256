/** What accounts buy: the items of account i stand from `offsets[i]` to `offsets[i + 1]`. */
export interface AccountItems {
  /** One more than there are accounts, ascending from 0. */
  readonly offsets: Uint32Array
  /** Numbers of items from 0, none twice for an account. */
  readonly items: Uint32Array
  /** What the account spent on the item. */
  readonly amounts: Float64Array
  readonly itemCount: number
}

/**
 * Accounts and items from lists of pairs.
 *
 * @example
 * accountItemsFrom([[[0, 10], [2, 5]], []]).itemCount // 3
 */
export function accountItemsFrom(
  lists: readonly (readonly (readonly [item: number, amount: number])[])[],
): AccountItems {
  const offsets = new Uint32Array(lists.length + 1)
  lists.forEach((list, index) => (offsets[index + 1] = (offsets[index] ?? 0) + list.length))
  const pairs = lists.flat()
  return {
    offsets,
    items: Uint32Array.from(pairs, ([item]) => item),
    amounts: Float64Array.from(pairs, ([, amount]) => amount),
    itemCount: Math.max(0, ...pairs.map(([item]) => item + 1)),
  }
}
