import { betaBinomialKernel } from './beta-binomial-kernel.ts'
import { betaGeometricKernel } from './beta-geometric-kernel.ts'
import { type CustomerLikelihoods, evaluateRows, type HistoryKernel } from './history-kernel.ts'
import { nbdKernel } from './nbd-kernel.ts'
import { paretoNbdKernel } from './pareto-nbd-kernel.ts'
import type { PurchaseHistories } from './purchase-histories.ts'
import { type LeveledHistories, withLevels } from './purchase-levels.ts'
import type { PurchaseParameters } from './purchase-parameters.ts'
import { requirePurchaseParameters } from './require-purchase-parameters.ts'
import { timingConstant } from './timing-constant.ts'

/**
 * Log-likelihood and P(alive) of every customer under a purchase model.
 *
 * P(alive) is the probability, given the history, that the customer has not left for good; 1 under the NBD; for bg-bb,
 * alive at the next opportunity. The
 * log-likelihood is the density of the purchase times; for k > 1 it includes the factor of the times between purchases
 * where the histories have `logGaps`.
 *
 * @param parameters of any model; time in the unit of the histories
 * @param histories not changed; grouped histories give one value per group
 * @throws RangeError naming a parameter that is not a finite number above 0
 * @example
 * customerLikelihoods({ model: 'bg-nbd', k: 1, r: 0.25, alpha: 4, a: 0.8, b: 2.5 }, purchaseHistories([{ purchases: 0, recency: 0, age: 40 }])).logLikelihoods[0].toFixed(6) // '-0.599474'
 * customerLikelihoods({ model: 'nbd', k: 1, r: 0, alpha: 4 }, purchaseHistories([])) // throws RangeError
 */
export function customerLikelihoods(parameters: PurchaseParameters, histories: PurchaseHistories): CustomerLikelihoods {
  requirePurchaseParameters(parameters)
  const found = evaluateRows(kernelOf(parameters, withLevels(histories)), histories.purchases.length)
  const { logGaps, purchases } = histories
  if ('k' in parameters && logGaps !== undefined && parameters.k > 1) {
    found.logLikelihoods.forEach((value, row) => {
      const timing = { purchases: purchases[row] ?? 0, logGaps: logGaps[row] ?? 0 }
      found.logLikelihoods[row] = value + timingConstant(parameters.k, timing)
    })
  }
  return found
}

function kernelOf(parameters: PurchaseParameters, histories: LeveledHistories): HistoryKernel {
  switch (parameters.model) {
    case 'nbd':
      return nbdKernel(parameters, histories)
    case 'pareto-nbd':
      return paretoNbdKernel(parameters, histories)
    case 'bg-bb':
      return betaBinomialKernel(parameters, histories)
    case 'bg-nbd':
    case 'mbg-nbd':
    case 'bg-cnbd-k':
    case 'mbg-cnbd-k':
      return betaGeometricKernel(parameters, histories)
  }
}
