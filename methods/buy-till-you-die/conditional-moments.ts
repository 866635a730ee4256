import { betaBinomialProbability } from './beta-binomial-probability.ts'
import { betaGeometricMoments } from './beta-geometric-moments.ts'
import { customerLikelihoods } from './customer-likelihoods.ts'
import { paretoNbdMoments } from './pareto-nbd-moments.ts'
import type { PurchaseHistories, PurchaseHistory } from './purchase-histories.ts'
import type { BetaBinomialParameters, NbdParameters, PurchaseParameters } from './purchase-parameters.ts'
import { requireHorizon } from './require-horizon.ts'
import type { PurchaseMoments } from './staying-purchases.ts'

/** One value per row. */
export interface ConditionalMoments {
  /** Probability of at least one purchase. */
  readonly some: Float64Array
  readonly mean: Float64Array
  /** Expectation of the square: less the square of the mean it is the variance. */
  readonly square: Float64Array
}

/**
 * How the purchases of every customer within a horizon will vary: chance of any, mean, and mean of the square.
 *
 * Means are those of {@link conditionalPurchases}. The square holds what one customer may happen to do, not the
 * uncertainty of the parameters.
 *
 * @param parameters of any model
 * @param histories not changed; grouped histories give one value per group
 * @param horizon finite, in the unit of the histories
 * @throws RangeError naming a parameter or horizon out of range
 * Source: the models' own distributions, given that the customer is alive.
 * @example
 * conditionalMoments({ model: 'nbd', k: 1, r: 1, alpha: 2 }, purchaseHistories([{ purchases: 0, recency: 0, age: 2 }]), 4).some[0] // 0.5
 * conditionalMoments({ model: 'nbd', k: 1, r: 1, alpha: 2 }, purchaseHistories([]), -1) // throws RangeError
 */
export function conditionalMoments(
  parameters: PurchaseParameters,
  histories: PurchaseHistories,
  horizon: number,
): ConditionalMoments {
  requireHorizon({ horizon })
  const { aliveProbabilities } = customerLikelihoods(parameters, histories)
  const { purchases, recency, age } = histories
  const found = { some: purchases.slice(), mean: purchases.slice(), square: purchases.slice() }
  const moments = { some: 0, mean: 0, square: 0 }
  for (let row = 0; row < purchases.length; row++) {
    const history = { purchases: purchases[row] ?? 0, recency: recency[row] ?? 0, age: age[row] ?? 0 }
    momentsAlive(parameters, { history, horizon }, moments)
    const alive = aliveProbabilities[row] ?? 0
    found.some[row] = alive * moments.some
    found.mean[row] = alive * moments.mean
    found.square[row] = alive * moments.square
  }
  return found
}

interface Customer {
  readonly history: PurchaseHistory
  readonly horizon: number
}

function momentsAlive(parameters: PurchaseParameters, customer: Customer, into: PurchaseMoments): void {
  switch (parameters.model) {
    case 'nbd':
      return nbdMoments(parameters, customer, into)
    case 'pareto-nbd':
      return paretoNbdMoments(parameters, customer, into)
    case 'bg-bb':
      return betaBinomialMoments(parameters, customer, into)
    case 'bg-nbd':
    case 'mbg-nbd':
    case 'bg-cnbd-k':
    case 'mbg-cnbd-k':
      betaGeometricMoments(parameters, customer, into)
  }
}

function nbdMoments({ k, r, alpha }: NbdParameters, customer: Customer, into: PurchaseMoments): void {
  if (k > 1) {
    betaGeometricMoments({ model: 'bg-cnbd-k', k, r, alpha, a: 0, b: 1 }, customer, into)
    return
  }
  const { history, horizon } = customer
  const ratio = horizon / (alpha + history.age)
  const shape = r + history.purchases
  into.some = -Math.expm1(-shape * Math.log1p(ratio))
  into.mean = shape * ratio
  into.square = shape * ratio * (1 + ratio) + (shape * ratio) ** 2
}

/** Alive at n, the customer is a new one with Beta(alpha + x, beta + n − x) and Beta(gamma, delta + n). */
function betaBinomialMoments(
  parameters: BetaBinomialParameters,
  { history, horizon }: Customer,
  into: PurchaseMoments,
): void {
  const { purchases, age } = history
  const now: BetaBinomialParameters = {
    model: 'bg-bb',
    alpha: parameters.alpha + purchases,
    beta: parameters.beta + age - purchases,
    gamma: parameters.gamma,
    delta: parameters.delta + age,
  }
  // What is asked for is given that the customer is alive at the next opportunity, too.
  const lasting = now.delta / (now.gamma + now.delta)
  const both = now.alpha + now.beta
  const once = now.alpha / both
  const twice = once * ((now.alpha + 1) / (both + 1))
  let stays = 1
  let seen = 0
  let pairs = 0
  for (let j = 1; j <= horizon; j++) {
    seen += stays
    pairs += 2 * (j - 1) * stays
    stays *= (now.delta + j) / (now.gamma + now.delta + j)
  }
  into.some = (1 - betaBinomialProbability(now, { purchases: 0, horizon })) / lasting
  into.mean = once * seen
  into.square = into.mean + twice * pairs
}
