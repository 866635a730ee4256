import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { customerLikelihoods } from '../buy-till-you-die/customer-likelihoods.ts'
import type { PurchaseHistories } from '../buy-till-you-die/purchase-histories.ts'
import type { PurchaseParameters } from '../buy-till-you-die/purchase-parameters.ts'

export interface NoPurchase {
  /** Probability of no purchase within the horizon after the end of observation. */
  readonly probabilities: Float64Array
  /** Probability that the customer has not left at the end of observation. */
  readonly aliveProbabilities: Float64Array
}

/**
 * Probability that a customer does not buy within a horizon, given the history, under any purchase model of continuous
 * time.
 *
 * It is the likelihood of the same purchases seen until T + horizon, divided by their likelihood seen until T: nothing
 * else may have happened in between. It holds those who have left and those who pause.
 *
 * @param parameters of any model but bg-bb, whose opportunities are counted
 * @param histories one row per customer
 * @param horizon time after the end of observation, in the unit of the histories
 * @returns from 1 for a horizon of 0, falling with the horizon towards 1 − P(alive)
 * @throws RangeError naming a parameter out of range, a negative horizon or the model bg-bb
 * Source: Bayes' rule on the likelihoods of the models.
 * @example
 * noPurchaseProbability({ model: 'nbd', k: 1, r: 1, alpha: 2 }, purchaseHistories([{ purchases: 0, recency: 0, age: 2 }]), 4).probabilities[0].toFixed(6) // '0.500000'
 * noPurchaseProbability({ model: 'nbd', k: 1, r: 1, alpha: 2 }, purchaseHistories([]), -1) // throws RangeError
 */
export function noPurchaseProbability(
  parameters: PurchaseParameters,
  histories: PurchaseHistories,
  horizon: number,
): NoPurchase {
  requireNonNegative('horizon', horizon)
  if (parameters.model === 'bg-bb') throw new RangeError('parameters.model must be of continuous time, got bg-bb')
  const { purchases, recency, age } = histories
  const now = customerLikelihoods(parameters, { purchases, recency, age })
  const later = customerLikelihoods(parameters, { purchases, recency, age: age.map((time) => time + horizon) })
  const probabilities = later.logLikelihoods.map((value, row) => {
    const ratio = Math.exp(value - (now.logLikelihoods[row] ?? 0))
    return Math.min(1, Math.max(1 - (now.aliveProbabilities[row] ?? 1), ratio))
  })
  return { probabilities, aliveProbabilities: now.aliveProbabilities }
}
