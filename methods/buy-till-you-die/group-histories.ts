import { requireSameLength } from '../arguments/require-same-length.ts'
import { groupRows } from './group-rows.ts'
import type { PurchaseHistories } from './purchase-histories.ts'
import { type LeveledHistories, withLevels } from './purchase-levels.ts'
import { requireHistories } from './require-histories.ts'

/** Histories with equal rows put together: all mathematics is done once per group. */
export interface GroupedHistories extends LeveledHistories {
  /** Customers in each group. */
  readonly counts: Float64Array
  /** Group of each customer, in the order of the input. */
  readonly groups: Uint32Array
  readonly customers: number
  /** Per customer, not per group: sum of the logarithms of the times between purchases; null where the input had none. */
  readonly customerLogGaps: Float64Array | null
}

/**
 * Puts customers of equal purchases, recency and age together.
 *
 * Groups stand in the order in which they first appear. Of a million customers seen in whole days some 10⁵ differ.
 *
 * @param histories checked by {@link requireHistories}
 * @throws RangeError as there
 * @example
 * [...groupHistories(purchaseHistories([{ purchases: 0, recency: 0, age: 3 }, { purchases: 0, recency: 0, age: 3 }])).counts] // [2]
 * groupHistories(purchaseHistories([{ purchases: 1, recency: 4, age: 3 }])) // throws RangeError
 */
export function groupHistories(histories: PurchaseHistories): GroupedHistories {
  requireHistories(histories)
  const { purchases, recency, age, logGaps } = histories
  if (logGaps !== undefined) requireSameLength('logGaps', { expected: purchases.length, actual: logGaps.length })

  const { first, counts, groups } = groupRows([purchases, recency, age])
  const ofGroups = (column: Float64Array): Float64Array => {
    const picked = new Float64Array(first.length)
    for (let group = 0; group < first.length; group++) picked[group] = column[first[group] ?? 0] ?? 0
    return picked
  }
  return {
    ...withLevels({ purchases: ofGroups(purchases), recency: ofGroups(recency), age: ofGroups(age) }),
    counts,
    groups,
    customers: purchases.length,
    customerLogGaps: logGaps ?? null,
  }
}
