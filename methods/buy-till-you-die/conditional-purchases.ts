import { betaBinomialForecast } from './beta-binomial-forecast.ts'
import { betaGeometricForecast } from './beta-geometric-forecast.ts'
import { customerLikelihoods } from './customer-likelihoods.ts'
import { nbdForecast } from './nbd-forecast.ts'
import { paretoNbdForecast } from './pareto-nbd-forecast.ts'
import type { PurchaseHistories } from './purchase-histories.ts'
import type { PurchaseParameters } from './purchase-parameters.ts'
import { type Horizon, requireHorizon } from './require-horizon.ts'
import { requirePurchaseParameters } from './require-purchase-parameters.ts'

/**
 * Expected purchases of every customer within a horizon after the end of observation, given the history.
 *
 * With a discount rate each purchase counts e^(−δτ), τ after the end of observation; with an endless horizon too this is
 * the discounted expected residual transactions (DERT). For bg-bb, horizon and discount count opportunities, the n-th
 * future one discounted by e^(−δn).
 *
 * @param parameters of any model
 * @param histories not changed; grouped histories give one value per group
 * @param horizon in the unit of the histories
 * @returns at least 0, finite, rising with the horizon
 * @throws RangeError naming a parameter or horizon out of range
 * Source: the papers of the models; for bg and mbg the positive series of {@link stayingPurchases}.
 * @example
 * conditionalPurchases({ model: 'nbd', k: 1, r: 1, alpha: 2 }, purchaseHistories([{ purchases: 3, recency: 5, age: 6 }]), { horizon: 4 })[0] // 2
 * conditionalPurchases({ model: 'nbd', k: 1, r: 1, alpha: 2 }, purchaseHistories([]), { horizon: -1 }) // throws RangeError
 */
export function conditionalPurchases(
  parameters: PurchaseParameters,
  histories: PurchaseHistories,
  horizon: Horizon,
): Float64Array {
  const staying = purchasesIfAlive(parameters, histories, horizon)
  if (parameters.model === 'nbd') return staying
  const { aliveProbabilities } = customerLikelihoods(parameters, histories)
  return staying.map((purchases, row) => purchases * (aliveProbabilities[row] ?? 0))
}

/**
 * {@link conditionalPurchases} of customers who are known to be alive at the end of observation.
 *
 * @param parameters of any model
 * @param histories not changed
 * @param horizon in the unit of the histories
 * @throws RangeError naming a parameter or horizon out of range
 * Source: as there.
 * @example
 * purchasesIfAlive({ model: 'nbd', k: 1, r: 1, alpha: 2 }, purchaseHistories([{ purchases: 3, recency: 5, age: 6 }]), { horizon: 4 })[0] // 2
 * purchasesIfAlive({ model: 'nbd', k: 1, r: 1, alpha: 2 }, purchaseHistories([]), { horizon: -1 }) // throws RangeError
 */
export function purchasesIfAlive(
  parameters: PurchaseParameters,
  histories: PurchaseHistories,
  horizon: Horizon,
): Float64Array {
  requirePurchaseParameters(parameters)
  const span = requireHorizon(horizon)
  switch (parameters.model) {
    case 'nbd':
      return nbdForecast(parameters, histories, span)
    case 'pareto-nbd':
      return paretoNbdForecast(parameters, histories, span)
    case 'bg-bb':
      return betaBinomialForecast(parameters, histories, span)
    case 'bg-nbd':
    case 'mbg-nbd':
    case 'bg-cnbd-k':
    case 'mbg-cnbd-k':
      return betaGeometricForecast(parameters, histories, span)
  }
}
