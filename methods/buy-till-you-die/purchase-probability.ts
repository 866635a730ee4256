import { requireInteger } from '../arguments/require-integer.ts'
import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { betaBinomialProbability } from './beta-binomial-probability.ts'
import { paretoNbdProbability } from './pareto-nbd-probability.ts'
import type { PurchaseParameters } from './purchase-parameters.ts'
import { requirePurchaseParameters } from './require-purchase-parameters.ts'
import { stageProbability } from './stage-probability.ts'

/** A number of purchases within a time after the first purchase, which is not counted. */
export interface PurchaseCount {
  readonly purchases: number
  /** In the unit of the parameters; opportunities for bg-bb. */
  readonly horizon: number
}

/**
 * Probability that a new customer makes exactly so many purchases within a horizon: P(X(t) = n).
 *
 * @param parameters of any model
 * @param count purchases and horizon
 * @returns over all numbers of purchases these add up to 1
 * @throws RangeError naming a parameter or argument out of range
 * Source: the papers of the models; for the Pareto/NBD the integral over the time of leaving.
 * @example
 * purchaseProbability({ model: 'nbd', k: 1, r: 1, alpha: 2 }, { purchases: 0, horizon: 2 }).toFixed(9) // '0.500000000'
 * purchaseProbability({ model: 'nbd', k: 1, r: 1, alpha: 2 }, { purchases: -1, horizon: 2 }) // throws RangeError
 */
export function purchaseProbability(parameters: PurchaseParameters, count: PurchaseCount): number {
  requirePurchaseParameters(parameters)
  requireNonNegative('purchases', requireInteger('purchases', count.purchases))
  requireNonNegative('horizon', count.horizon)
  switch (parameters.model) {
    case 'pareto-nbd':
      return paretoNbdProbability(parameters, count)
    case 'bg-bb':
      return betaBinomialProbability(parameters, count)
    case 'nbd':
      return stageProbability({ ...parameters, model: 'bg-cnbd-k', a: 0, b: 1 }, count)
    case 'bg-nbd':
    case 'mbg-nbd':
    case 'bg-cnbd-k':
    case 'mbg-cnbd-k':
      return stageProbability(parameters, count)
  }
}
