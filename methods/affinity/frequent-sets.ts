import { requireInteger } from '../arguments/require-integer.ts'
import type { Baskets } from './baskets.ts'
import { emptyTree, growTree, type PrefixTree } from './prefix-tree.ts'

export interface FrequentSet {
  /** Ascending. */
  readonly items: readonly number[]
  /** Baskets that hold all of them. */
  readonly count: number
}

export interface FrequentSets {
  readonly sets: readonly FrequentSet[]
  /** false where there are more sets than were asked for: those found are then some of them. */
  readonly complete: boolean
}

export interface FrequentSetsOptions {
  /** Baskets that a set must occur in, at least 1. */
  readonly minCount: number
  /** Items in a set at most; 3 where absent. */
  readonly maxSize?: number
  /** Sets at most; 100,000 where absent. */
  readonly mostSets?: number
}

interface Search {
  readonly minCount: number
  readonly maxSize: number
  readonly mostSets: number
  readonly rank: ReadonlyMap<number, number>
  readonly sets: FrequentSet[]
  complete: boolean
}

/**
 * Sets of items that occur together in so many baskets or more, by FP-growth.
 *
 * @returns sets from one item up, in no order that means anything
 * @throws RangeError when an option is not a whole number of at least 1
 * Source: Han, Pei and Yin 2000, "Mining frequent patterns without candidate generation".
 * @example
 * frequentSets(basketsFrom([[1, 2], [1, 2, 3], [3]]), { minCount: 2 }).sets.map(({ items, count }) => `${items}×${count}`).sort() // ['1,2×2', '1×2', '2×2', '3×2']
 * frequentSets(basketsFrom([[1], [2]]), { minCount: 2 }) // { sets: [], complete: true }
 * frequentSets(basketsFrom([[1]]), { minCount: 0 }) // throws RangeError
 */
export function frequentSets(baskets: Baskets, options: FrequentSetsOptions): FrequentSets {
  const { minCount, maxSize = 3, mostSets = 100_000 } = options
  for (const [name, value] of Object.entries({ minCount, maxSize, mostSets })) {
    if (requireInteger(name, value) < 1) throw new RangeError(`${name} must be at least 1, got ${value}`)
  }
  const rank = ranksOf(baskets, minCount)
  const search: Search = { minCount, maxSize, mostSets, rank, sets: [], complete: true }
  mine(treeOf(baskets, rank), { suffix: [], search })
  return { sets: search.sets, complete: search.complete }
}

/** The place of each frequent item, the most frequent first. */
function ranksOf({ offsets, items }: Baskets, minCount: number): Map<number, number> {
  const counts = new Map<number, number>()
  const lastBasket = new Map<number, number>()
  for (let basket = 0; basket + 1 < offsets.length; basket++) {
    for (let at = offsets[basket] ?? 0; at < (offsets[basket + 1] ?? 0); at++) {
      const item = items[at] ?? 0
      if (lastBasket.get(item) === basket) continue
      lastBasket.set(item, basket)
      counts.set(item, (counts.get(item) ?? 0) + 1)
    }
  }
  const frequent = [...counts].filter(([, count]) => count >= minCount)
  frequent.sort(([itemA, a], [itemB, b]) => b - a || itemA - itemB)
  return new Map(frequent.map(([item], place) => [item, place]))
}

function treeOf({ offsets, items }: Baskets, rank: ReadonlyMap<number, number>): PrefixTree {
  const tree = emptyTree()
  for (let basket = 0; basket + 1 < offsets.length; basket++) {
    const known = new Set(items.subarray(offsets[basket], offsets[basket + 1]))
    const path = [...known].filter((item) => rank.has(item))
    path.sort((one, other) => (rank.get(one) ?? 0) - (rank.get(other) ?? 0))
    growTree(tree, { path, times: 1 })
  }
  return tree
}

function mine(
  tree: PrefixTree,
  { suffix, search }: { readonly suffix: readonly number[]; readonly search: Search },
): void {
  for (const [item, count] of tree.totals) {
    if (count < search.minCount) continue
    if (search.sets.length >= search.mostSets) {
      search.complete = false
      return
    }
    const items = [...suffix, item]
    search.sets.push({ items: [...items].sort((one, other) => one - other), count })
    if (items.length < search.maxSize)
      mine(conditionalTree(tree, { item, minCount: search.minCount }), { suffix: items, search })
  }
}

/** What precedes an item, as often as the item follows it; items too rare there are left out. */
function conditionalTree(
  tree: PrefixTree,
  { item, minCount }: { readonly item: number; readonly minCount: number },
): PrefixTree {
  const paths: { path: number[]; times: number }[] = []
  const totals = new Map<number, number>()
  for (const node of tree.nodesOf.get(item) ?? []) {
    const times = tree.count[node] ?? 0
    const path: number[] = []
    for (let at = tree.parent[node] ?? 0; at > 0; at = tree.parent[at] ?? 0) {
      const above = tree.item[at] ?? 0
      path.push(above)
      totals.set(above, (totals.get(above) ?? 0) + times)
    }
    paths.push({ path: path.reverse(), times })
  }
  const conditional = emptyTree()
  for (const { path, times } of paths) {
    growTree(conditional, { path: path.filter((above) => (totals.get(above) ?? 0) >= minCount), times })
  }
  return conditional
}
