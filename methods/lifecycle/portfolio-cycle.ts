import { median } from '../metrics/median.ts'
import { orderGaps } from '../metrics/order-gaps.ts'

/** Purchase days from which an account has a rhythm of its own. */
export const fewestPurchaseDays = 3

const cycleOfUnknownDays = 90

/**
 * The usual days between two purchases over all accounts, for accounts that have no rhythm of their own yet: the median,
 * over accounts with at least three purchase days, of the median of their gaps.
 *
 * The result is as found; the lower limit of 7 days is applied by {@link lifecycleStage}.
 *
 * @param purchaseDays for each account its distinct purchase days, strictly ascending
 * @returns days; 90 when no account has three purchase days
 * @throws RangeError when the days of an account do not ascend
 * @example
 * portfolioCycle([[0, 10, 20], [0, 30, 60, 90], [5]]) // 20
 * portfolioCycle([]) // 90
 */
export function portfolioCycle(purchaseDays: Iterable<ArrayLike<number>>): number {
  const cycles: number[] = []
  for (const days of purchaseDays) {
    if (days.length < fewestPurchaseDays) continue
    const cycle = median(orderGaps(days))
    if (cycle !== null) cycles.push(cycle)
  }
  return median(cycles) ?? cycleOfUnknownDays
}
