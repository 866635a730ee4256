import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import { type ConditionalMoments, conditionalMoments } from '../buy-till-you-die/conditional-moments.ts'
import { conditionalPurchases } from '../buy-till-you-die/conditional-purchases.ts'
import { normalQuantile } from '../special-functions/normal-quantile.ts'
import { requireFraction } from '../special-functions/require-fraction.ts'
import { requireSpendParameters } from './expected-spend.ts'
import type { GammaGammaParameters } from './fit-gamma-gamma.ts'
import { discountedHorizon, type ValuedCustomers, type ValueModel, type ValueTerms } from './lifetime-values.ts'
import { requireSpendHistories, type SpendHistories } from './spend-histories.ts'

/** One value per customer, in the currency of the spend. */
export interface OutcomeLimits {
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** Probability of at least one purchase within the horizon. */
  readonly someProbability: Float64Array
  /** Variance of the value around its expectation, in the currency squared: chance, not the error of the estimate. */
  readonly variances: Float64Array
}

/** What is expected of the purchases of groups of customers, and whose spend it is to be multiplied by. */
export interface PurchaseForecast {
  /** Within the horizon, one per group. */
  readonly moments: ConditionalMoments
  /** Discounted purchases, one per group. */
  readonly discounted: Float64Array
  /** Group of each customer. */
  readonly groups: Uint32Array
  /** One row per customer. */
  readonly spend: SpendHistories
}

/** Where the variance of spend does not exist (p x + q ≤ 2), this stands for p x + q − 2. */
const leastExcess = 0.1
/** The last millionth of a log-normal tail is no forecast. */
const highest = 1 - 1e-6

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
  requireSameLength('spend.transactions', { expected: histories.customers, actual: spend.transactions.length })
  const moments = conditionalMoments(model.purchases.parameters, histories, terms.horizon)
  const discounted = conditionalPurchases(model.purchases.parameters, histories, discountedHorizon(terms))
  return forecastLimits(model.spend.parameters, { moments, discounted, groups: histories.groups, spend }, terms)
}

/**
 * {@link outcomeLimits} of purchases that have been forecast already.
 *
 * @param parameters of spend
 * @param forecast purchases by group, spend by customer; not checked again
 * @param terms `margin` 1 and `level` 0.8 where absent
 * @throws RangeError naming the argument out of range
 * Source: as there.
 * @example
 * forecastLimits({ p: 6, q: 4, gamma: 15 }, { moments: { some: [0], mean: [0], square: [0] }, discounted: [0], groups: [0], spend: { transactions: [1], meanSpend: [9] } }, {}).upper[0] // 0
 * forecastLimits({ p: 6, q: 1, gamma: 15 }, { moments: { some: [0], mean: [0], square: [0] }, discounted: [0], groups: [0], spend: { transactions: [1], meanSpend: [9] } }, {}) // throws RangeError
 */
export function forecastLimits(
  parameters: GammaGammaParameters,
  { moments, discounted, groups, spend }: PurchaseForecast,
  terms: Pick<ValueTerms, 'margin' | 'level'>,
): OutcomeLimits {
  requireSpendParameters(parameters)
  const margin = requireNonNegative('margin', terms.margin ?? 1)
  const level = requireFraction('level', terms.level ?? 0.8)
  const lowerScores = conditionalScores(moments.some, (1 - level) / 2)
  const upperScores = conditionalScores(moments.some, (1 + level) / 2)
  const limits = emptyLimits(groups.length)
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] ?? 0
    const mean = moments.mean[group] ?? 0
    const some = moments.some[group] ?? 0
    limits.someProbability[i] = some
    if (!(some > 0 && mean > 0)) continue
    const each = spendMoments(parameters, spend.transactions[i] ?? 0, spend.meanSpend[i] ?? 0)
    const pairs = Math.max(0, (moments.square[group] ?? 0) - mean)
    const expected = (mean * each.mean) / some
    const square = (mean * each.square + pairs * each.squareOfMean) / some
    const logVariance = Math.log(Math.max(1, square / (expected * expected)))
    const spread = Math.sqrt(logVariance)
    const unit = (margin * (discounted[group] ?? 0)) / mean
    const median = unit * expected * Math.exp(-logVariance / 2)
    limits.lower[i] = median * Math.exp(spread * (lowerScores[group] ?? 0))
    limits.upper[i] = median * Math.exp(spread * (upperScores[group] ?? 0))
    limits.variances[i] = unit * unit * Math.max(0, some * square - (some * expected) ** 2)
  }
  return limits
}

/** The normal score of a probability among those who buy at all; −Infinity where that many do not buy. */
function conditionalScores(some: Float64Array, probability: number): Float64Array {
  return some.map((share) => {
    const among = (probability - (1 - share)) / share
    return among > 0 ? normalQuantile(Math.min(among, highest)) : -Infinity
  })
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
    variances: new Float64Array(length),
  }
}
