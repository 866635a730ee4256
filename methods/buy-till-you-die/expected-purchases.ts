import { conditionalPurchases } from './conditional-purchases.ts'
import { purchaseHistories } from './purchase-histories.ts'
import type { PurchaseParameters } from './purchase-parameters.ts'

/**
 * Expected purchases of a new customer within a time after the first purchase, which itself is not counted.
 *
 * @param parameters of any model
 * @param horizon in the unit of the parameters; opportunities for bg-bb
 * @throws RangeError naming a parameter or horizon out of range
 * Source: the papers of the models.
 * @example
 * expectedPurchases({ model: 'bg-nbd', k: 1, r: 0.242595, alpha: 4.413602, a: 0.79292, b: 2.425888 }, 32).toFixed(4) // '1.0437'
 * expectedPurchases({ model: 'nbd', k: 1, r: 1, alpha: 2 }, -1) // throws RangeError
 */
export function expectedPurchases(parameters: PurchaseParameters, horizon: number): number {
  const newcomer = purchaseHistories([{ purchases: 0, recency: 0, age: 0 }])
  return conditionalPurchases(parameters, newcomer, { horizon })[0] ?? 0
}
