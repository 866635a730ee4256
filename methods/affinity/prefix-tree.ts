/** Transactions folded into a tree of shared beginnings, most frequent items first: what FP-growth works on. */
export interface PrefixTree {
  /** Item of each node; node 0 is the root. */
  readonly item: number[]
  readonly count: number[]
  readonly parent: number[]
  /** Nodes of each item. */
  readonly nodesOf: Map<number, number[]>
  readonly totals: Map<number, number>
  readonly children: Map<number, number>[]
}

/**
 * A tree of nothing, to be grown by {@link growTree}.
 *
 * @example
 * emptyTree().item.length // 1
 */
export function emptyTree(): PrefixTree {
  return {
    item: [-1],
    count: [0],
    parent: [-1],
    nodesOf: new Map(),
    totals: new Map(),
    children: [new Map<number, number>()],
  }
}

/**
 * Adds a transaction that occurred so many times.
 *
 * @param path items without repeats, all transactions in one order
 * @example
 * growTree(emptyTree(), { path: [1, 2], times: 3 }).totals.get(2) // 3
 */
export function growTree(
  tree: PrefixTree,
  { path, times }: { readonly path: ArrayLike<number>; readonly times: number },
): PrefixTree {
  let node = 0
  for (let i = 0; i < path.length; i++) {
    const item = path[i] ?? 0
    const children = tree.children[node]
    let next = children?.get(item)
    if (next === undefined) {
      next = tree.item.length
      tree.item.push(item)
      tree.count.push(0)
      tree.parent.push(node)
      tree.children.push(new Map())
      children?.set(item, next)
      const nodes = tree.nodesOf.get(item)
      if (nodes === undefined) tree.nodesOf.set(item, [next])
      else nodes.push(next)
    }
    tree.count[next] = (tree.count[next] ?? 0) + times
    tree.totals.set(item, (tree.totals.get(item) ?? 0) + times)
    node = next
  }
  return tree
}
