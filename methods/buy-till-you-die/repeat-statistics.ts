import type { GroupedHistories } from './group-histories.ts'

/** Plain figures of histories from which a search can begin. */
export interface RepeatStatistics {
  /** Customers with at least one purchase after the first. */
  readonly repeaters: number
  /** Purchases after the first, of all customers. */
  readonly purchases: number
  /** Sum of the ages of all customers. */
  readonly exposure: number
}

/**
 * Counts repeat purchases and the time over which they were seen.
 *
 * @example
 * repeatStatistics(groupHistories(purchaseHistories([{ purchases: 2, recency: 1, age: 3 }, { purchases: 0, recency: 0, age: 2 }]))) // { repeaters: 1, purchases: 2, exposure: 5 }
 */
export function repeatStatistics({ purchases, age, counts }: GroupedHistories): RepeatStatistics {
  let repeaters = 0
  let bought = 0
  let exposure = 0
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] ?? 0
    if ((purchases[i] ?? 0) > 0) repeaters += count
    bought += count * (purchases[i] ?? 0)
    exposure += count * (age[i] ?? 0)
  }
  return { repeaters, purchases: bought, exposure }
}
