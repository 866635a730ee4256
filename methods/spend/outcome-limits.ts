import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import { conditionalMoments } from '../buy-till-you-die/conditional-moments.ts'
import { conditionalPurchases } from '../buy-till-you-die/conditional-purchases.ts'
import { normalQuantile } from '../special-functions/normal-quantile.ts'
import { requireFraction } from '../special-functions/require-fraction.ts'
import { requireSpendParameters } from './expected-spend.ts'
import type { GammaGammaParameters } from './fit-gamma-gamma.ts'
import { discountedHorizon, type ValuedCustomers, type ValueModel, type ValueTerms } from './lifetime-values.ts'
import { requireSpendHistories } from './spend-histories.ts'

/** One value per customer, in the currency of the spend. */
export interface OutcomeLimits {
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** Probability of at least one purchase within the horizon. */
  readonly someProbability: Float64Array
}

/** Where the variance of spend does not exist (p x + q ≤ 2), this stands for p x + q − 2. */
const leastExcess = 0.1

/**
 * Limits within which the value of each customer will fall with the probability of the level: what a customer may do,
 * not how well the expectation is known (see {@link lifetimeValues} for that).
 *
 * With the chance of no purchase the value is 0; otherwise it is taken as log-normal with the mean and the variance that
 * the models give: Var = E[Y] E[M²] + E[Y(Y − 1)] E[Z²] − E[V]², Y purchases of values M around the customer's mean Z.
 * A discount shrinks the limits as it shrinks the expectation.
 *
 * @param model as fitted; the covariances are not used
 * @param customers spend has one row per customer, in the order in which the histories were grouped
 * @param terms as for the values, with a finite horizon; `level` 0.8 where absent
 * @throws RangeError naming the argument out of range
 * Source: the models' own variances; the log-normal shape is an approximation.
 * @example
 * outcomeLimits({ purchases: { parameters: { model: 'nbd', k: 1, r: 1, alpha: 2 } }, spend: { parameters: { p: 6, q: 4, gamma: 15 } } }, { histories: groupHistories(purchaseHistories([{ purchases: 0, recency: 0, age: 2 }])), spend: { transactions: Float64Array.of(0), meanSpend: Float64Array.of(0) } }, { horizon: 4, unitsPerYear: 52 }).lower[0] // 0
 * outcomeLimits({ purchases: { parameters: { model: 'nbd', k: 1, r: 1, alpha: 2 } }, spend: { parameters: { p: 6, q: 4, gamma: 15 } } }, { histories: groupHistories(purchaseHistories([])), spend: { transactions: Float64Array.of(), meanSpend: Float64Array.of() } }, { horizon: -4, unitsPerYear: 52 }) // throws RangeError
 */
export function outcomeLimits(
  model: {
    readonly purchases: Pick<ValueModel['purchases'], 'parameters'>
    readonly spend: Pick<ValueModel['spend'], 'parameters'>
  },
  customers: ValuedCustomers,
  terms: ValueTerms,
): OutcomeLimits {
  const { histories, spend } = customers
  requireSpendHistories(spend)
  requireSpendParameters(model.spend.parameters)
  requireSameLength('spend.transactions', { expected: histories.customers, actual: spend.transactions.length })
  const margin = requireNonNegative('margin', terms.margin ?? 1)
  const level = requireFraction('level', terms.level ?? 0.8)
  const moments = conditionalMoments(model.purchases.parameters, histories, terms.horizon)
  const discounted = conditionalPurchases(model.purchases.parameters, histories, discountedHorizon(terms))

  const limits = emptyLimits(histories.customers)
  for (let i = 0; i < histories.customers; i++) {
    const group = histories.groups[i] ?? 0
    const mean = moments.mean[group] ?? 0
    const some = moments.some[group] ?? 0
    limits.someProbability[i] = some
    if (!(some > 0 && mean > 0)) continue
    const each = spendMoments(model.spend.parameters, spend.transactions[i] ?? 0, spend.meanSpend[i] ?? 0)
    const pairs = Math.max(0, (moments.square[group] ?? 0) - mean)
    const expected = (mean * each.mean) / some
    const square = (mean * each.square + pairs * each.squareOfMean) / some
    const spread = Math.sqrt(Math.log(Math.max(1, square / (expected * expected))))
    const unit = (margin * (discounted[group] ?? 0)) / mean
    const quantile = (probability: number): number => {
      const among = (probability - (1 - some)) / some
      // The last millionth of a log-normal tail is no forecast.
      if (among <= 0) return 0
      return unit * expected * Math.exp(spread * normalQuantile(Math.min(among, 1 - 1e-6)) - (spread * spread) / 2)
    }
    limits.lower[i] = quantile((1 - level) / 2)
    limits.upper[i] = quantile((1 + level) / 2)
  }
  return limits
}

function spendMoments({ p, q, gamma }: GammaGammaParameters, transactions: number, meanSpend: number) {
  const count = meanSpend > 0 ? transactions : 0
  const scale = gamma + count * meanSpend
  const weight = p * count + q - 1
  const inverseSquare = (scale * scale) / (weight * Math.max(leastExcess, weight - 1))
  return { mean: (p * scale) / weight, square: p * (p + 1) * inverseSquare, squareOfMean: p * p * inverseSquare }
}

function emptyLimits(length: number): OutcomeLimits {
  return {
    lower: new Float64Array(length),
    upper: new Float64Array(length),
    someProbability: new Float64Array(length),
  }
}
