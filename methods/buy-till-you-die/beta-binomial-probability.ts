import { logBeta } from '../special-functions/log-beta.ts'
import { logGamma } from '../special-functions/log-gamma.ts'
import type { PurchaseCount } from './purchase-probability.ts'
import type { BetaBinomialParameters } from './purchase-parameters.ts'

/**
 * P(X = x) within n opportunities under the BG/BB.
 *
 * @param parameters of the model
 * @param count purchases, and opportunities as the horizon (its whole part)
 * Source: Fader, Hardie and Shang 2010, equation 8.
 * @example
 * betaBinomialProbability({ model: 'bg-bb', alpha: 1, beta: 1, gamma: 1, delta: 1 }, { purchases: 1, horizon: 1 }).toFixed(9) // '0.250000000'
 */
export function betaBinomialProbability(
  { alpha, beta, gamma, delta }: BetaBinomialParameters,
  { purchases, horizon }: PurchaseCount,
): number {
  const chances = Math.floor(horizon)
  const logOutOf = (seen: number): number =>
    logGamma(seen + 1) -
    logGamma(purchases + 1) -
    logGamma(seen - purchases + 1) +
    logBeta(alpha + purchases, beta + seen - purchases) -
    logBeta(alpha, beta)
  let probability = 0
  for (let seen = purchases; seen <= chances; seen++) {
    const left = seen < chances ? 1 : 0
    probability += Math.exp(logOutOf(seen) + logBeta(gamma + left, delta + seen) - logBeta(gamma, delta))
  }
  return probability
}
