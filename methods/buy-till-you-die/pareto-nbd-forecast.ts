import { discountedSurvival } from './discounted-survival.ts'
import type { PurchaseHistories } from './purchase-histories.ts'
import type { ParetoNbdParameters } from './purchase-parameters.ts'
import type { Horizon } from './require-horizon.ts'

/**
 * Purchases expected of customers who are alive at the end of observation, under the Pareto/NBD:
 * (r + x)/(α + T) times the discounted time they stay.
 *
 * @param histories one row per customer
 * @param span checked by {@link requireHorizon}
 * Source: Schmittlein, Morrison and Colombo 1987, equation 22.
 * @example
 * paretoNbdForecast({ model: 'pareto-nbd', r: 1, alpha: 1, s: 1, beta: 1 }, purchaseHistories([{ purchases: 0, recency: 0, age: 1 }]), { horizon: 2, discountRate: 0 })[0] // Math.LN2
 */
export function paretoNbdForecast(
  { r, alpha, s, beta }: ParetoNbdParameters,
  { purchases, age }: PurchaseHistories,
  span: Required<Horizon>,
): Float64Array {
  const stays = new Map<number, number>()
  return purchases.map((bought, row) => {
    const observed = age[row] ?? 0
    let stay = stays.get(observed)
    if (stay === undefined) {
      stay = discountedSurvival({ s, length: beta + observed, ...span })
      stays.set(observed, stay)
    }
    return ((r + bought) / (alpha + observed)) * stay
  })
}
