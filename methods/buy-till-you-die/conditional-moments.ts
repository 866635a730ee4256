import { betaBinomialProbability } from './beta-binomial-probability.ts'
import { betaGeometricMoments } from './beta-geometric-moments.ts'
import { customerLikelihoods } from './customer-likelihoods.ts'
import { groupRows } from './group-rows.ts'
import { paretoNbdMoments } from './pareto-nbd-moments.ts'
import type { PurchaseHistories } from './purchase-histories.ts'
import type { BetaBinomialParameters, NbdParameters, PurchaseParameters } from './purchase-parameters.ts'
import { requireHorizon } from './require-horizon.ts'
import { requirePurchaseParameters } from './require-purchase-parameters.ts'
import { spreadGroups } from './spread-groups.ts'
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
  const { aliveProbabilities } = customerLikelihoods(parameters, histories)
  const found = momentsIfAlive(parameters, histories, horizon)
  for (const column of [found.some, found.mean, found.square]) {
    column.forEach((value, row) => (column[row] = value * (aliveProbabilities[row] ?? 0)))
  }
  return found
}

/**
 * {@link conditionalMoments} of customers who are known to be alive at the end of observation.
 *
 * @param parameters of any model
 * @param histories not changed
 * @param horizon finite, in the unit of the histories
 * @throws RangeError naming a parameter or horizon out of range
 * Source: as there.
 * @example
 * momentsIfAlive({ model: 'nbd', k: 1, r: 1, alpha: 2 }, purchaseHistories([{ purchases: 0, recency: 0, age: 2 }]), 4).some[0] // 0.5
 * momentsIfAlive({ model: 'nbd', k: 1, r: 1, alpha: 2 }, purchaseHistories([]), -1) // throws RangeError
 */
export function momentsIfAlive(
  parameters: PurchaseParameters,
  histories: PurchaseHistories,
  horizon: number,
): ConditionalMoments {
  requirePurchaseParameters(parameters)
  requireHorizon({ horizon })
  switch (parameters.model) {
    case 'nbd':
      if (parameters.k > 1) {
        return betaGeometricMoments({ ...parameters, model: 'bg-cnbd-k', a: 0, b: 1 }, histories, horizon)
      }
      return byState(histories, (state, into) => nbdMoments(parameters, { ...state, horizon }, into))
    case 'pareto-nbd':
      return byState(histories, (state, into) => paretoNbdMoments(parameters, { ...state, horizon }, into))
    case 'bg-bb':
      return byState(histories, (state, into) => betaBinomialMoments(parameters, { ...state, horizon }, into))
    case 'bg-nbd':
    case 'mbg-nbd':
    case 'bg-cnbd-k':
    case 'mbg-cnbd-k':
      return betaGeometricMoments(parameters, histories, horizon)
  }
}

/** All that the future of a customer who is alive depends on. */
interface State {
  readonly purchases: number
  readonly age: number
}

interface Customer extends State {
  readonly horizon: number
}

/** Computes once for all customers who are in the same state. */
function byState(
  { purchases, age }: PurchaseHistories,
  compute: (state: State, into: PurchaseMoments) => void,
): ConditionalMoments {
  const { first, groups } = groupRows([purchases, age])
  const ofStates = { some: new Float64Array(first.length), mean: new Float64Array(first.length) }
  const square = new Float64Array(first.length)
  const moments = { some: 0, mean: 0, square: 0 }
  first.forEach((row, state) => {
    compute({ purchases: purchases[row] ?? 0, age: age[row] ?? 0 }, moments)
    ofStates.some[state] = moments.some
    ofStates.mean[state] = moments.mean
    square[state] = moments.square
  })
  const spread = (column: Float64Array): Float64Array => spreadGroups(column, groups)
  return { some: spread(ofStates.some), mean: spread(ofStates.mean), square: spread(square) }
}

function nbdMoments({ r, alpha }: NbdParameters, { purchases, age, horizon }: Customer, into: PurchaseMoments): void {
  const ratio = horizon / (alpha + age)
  const shape = r + purchases
  into.some = -Math.expm1(-shape * Math.log1p(ratio))
  into.mean = shape * ratio
  into.square = shape * ratio * (1 + ratio) + (shape * ratio) ** 2
}

/** Alive at n, the customer is a new one with Beta(alpha + x, beta + n − x) and Beta(gamma, delta + n). */
function betaBinomialMoments(
  parameters: BetaBinomialParameters,
  { purchases, age, horizon }: Customer,
  into: PurchaseMoments,
): void {
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
