import { betaGeometricForecast } from './beta-geometric-forecast.ts'
import { discountAnnuity } from './discount-annuity.ts'
import type { PurchaseHistories } from './purchase-histories.ts'
import type { NbdParameters } from './purchase-parameters.ts'
import type { Horizon } from './require-horizon.ts'

/**
 * Purchases expected under the NBD: (r + x)/(α + T) per unit of time for k = 1; for k > 1 the series over stages, with
 * nobody leaving.
 *
 * @param histories one row per customer
 * @param span checked by {@link requireHorizon}
 * Source: Morrison and Schmittlein 1988, "Generalizing the NBD model for customer purchases".
 * @example
 * nbdForecast({ model: 'nbd', k: 1, r: 1, alpha: 2 }, purchaseHistories([{ purchases: 3, recency: 5, age: 6 }]), { horizon: 4, discountRate: 0 })[0] // 2
 */
export function nbdForecast(
  { k, r, alpha }: NbdParameters,
  histories: PurchaseHistories,
  span: Required<Horizon>,
): Float64Array {
  if (k > 1) return betaGeometricForecast({ model: 'bg-cnbd-k', k, r, alpha, a: 0, b: 1 }, histories, span)
  const annuity = discountAnnuity(span.horizon, span.discountRate)
  return histories.purchases.map((bought, row) => ((r + bought) / (alpha + (histories.age[row] ?? 0))) * annuity)
}
