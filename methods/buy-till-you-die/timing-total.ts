import type { GroupedHistories } from './group-histories.ts'
import { timingConstant } from './timing-constant.ts'

/**
 * {@link timingConstant} of all customers together.
 *
 * @param k stages per purchase
 * @param histories with `logGaps` where k is above 1
 * @throws RangeError when k is above 1 and the histories have no `logGaps`
 * @example
 * timingTotal(1, groupHistories(purchaseHistories([{ purchases: 1, recency: 1, age: 2 }]))) // 0
 * timingTotal(2, groupHistories(purchaseHistories([{ purchases: 1, recency: 1, age: 2 }]))) // throws RangeError
 */
export function timingTotal(k: number, { purchases, counts, customerLogGaps }: GroupedHistories): number {
  if (k === 1) return 0
  if (customerLogGaps === null) throw new RangeError(`k must be 1 for histories without logGaps, got ${k}`)
  const bought = purchases.reduce((sum, value, row) => sum + value * (counts[row] ?? 0), 0)
  const logGaps = customerLogGaps.reduce((sum, value) => sum + value, 0)
  return timingConstant(k, { purchases: bought, logGaps })
}
