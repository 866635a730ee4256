import { requireNonNegativeValues } from '../arguments/require-non-negative-values.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import type { PurchaseHistories } from './purchase-histories.ts'

/**
 * Refuses histories that no customer can have.
 *
 * @throws RangeError naming the column, row and value: columns of different length, numbers that are negative or not
 *   finite, purchases that are not whole, a recency beyond the age, or a recency of 0 with purchases and the reverse
 * @example
 * requireHistories(purchaseHistories([{ purchases: 0, recency: 0, age: 3 }])) // undefined
 * requireHistories(purchaseHistories([{ purchases: 1, recency: 4, age: 3 }])) // throws RangeError
 * requireHistories(purchaseHistories([{ purchases: 1, recency: 0, age: 3 }])) // throws RangeError
 */
export function requireHistories({ purchases, recency, age }: PurchaseHistories): void {
  requireSameLength('recency', { expected: purchases.length, actual: recency.length })
  requireSameLength('age', { expected: purchases.length, actual: age.length })
  requireNonNegativeValues('purchases', purchases)
  requireNonNegativeValues('recency', recency)
  requireNonNegativeValues('age', age)
  for (let i = 0; i < purchases.length; i++) {
    const count = purchases[i] ?? 0
    const last = recency[i] ?? 0
    if (!Number.isInteger(count)) throw new RangeError(`purchases[${i}] must be a whole number, got ${count}`)
    if (last > (age[i] ?? 0)) throw new RangeError(`recency[${i}] must not exceed age[${i}] ${age[i]}, got ${last}`)
    if (count > 0 !== last > 0) {
      throw new RangeError(`recency[${i}] must be above 0 exactly where purchases are, got ${last} with ${count}`)
    }
  }
}
