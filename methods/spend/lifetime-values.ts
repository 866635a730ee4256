import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import { conditionalPurchases } from '../buy-till-you-die/conditional-purchases.ts'
import type { GroupedHistories } from '../buy-till-you-die/group-histories.ts'
import type { PurchaseParameters } from '../buy-till-you-die/purchase-parameters.ts'
import type { Horizon } from '../buy-till-you-die/require-horizon.ts'
import type { SquareMatrix } from '../optimization/cholesky-factor.ts'
import { normalQuantile } from '../special-functions/normal-quantile.ts'
import { requireFraction } from '../special-functions/require-fraction.ts'
import { requirePositive } from '../special-functions/require-positive.ts'
import { expectedSpend } from './expected-spend.ts'
import type { GammaGammaParameters } from './fit-gamma-gamma.ts'
import { purchaseLogVariances } from './purchase-log-variances.ts'
import type { SpendHistories } from './spend-histories.ts'
import { spendLogVariances } from './spend-log-variances.ts'

/** The two models of a customer's value; their covariances are of the logarithms, null where singular. */
export interface ValueModel {
  readonly purchases: { readonly parameters: PurchaseParameters; readonly logCovariance: SquareMatrix | null }
  readonly spend: { readonly parameters: GammaGammaParameters; readonly logCovariance: SquareMatrix | null }
}

/** The customers: purchases in groups, spend customer by customer. */
export interface ValuedCustomers {
  readonly histories: GroupedHistories
  readonly spend: SpendHistories
}

export interface ValueTerms {
  /** In the unit of the histories; Infinity only with a discount. */
  readonly horizon: number
  /** Units of the histories in a year: 365.25 for days, 52.1786 for weeks, 12 for months. */
  readonly unitsPerYear: number
  /** Per year: 0.1 means that 1.10 in a year is worth 1 today; 0 where absent. */
  readonly yearlyDiscount?: number
  /** Share of the spend that is earned; 1 where absent. */
  readonly margin?: number
  /** Of the confidence limits; 0.95 where absent. */
  readonly level?: number
}

/** One value per customer, in the currency of the spend. */
export interface LifetimeValues {
  readonly values: Float64Array
  /** Confidence limits of the expectation, for the uncertainty of the parameters; null where that is not known. */
  readonly lower: Float64Array | null
  readonly upper: Float64Array | null
}

/**
 * Customer lifetime value: margin · E[spend per purchase] · E[discounted purchases within the horizon], of every
 * customer, from the end of observation on.
 *
 * The limits come from the delta method on the logarithm; purchases and spend are taken as independent, as the models
 * take them. They hold the expectation, not what one customer will happen to do, which varies far more.
 *
 * @param model as fitted
 * @param customers spend has one row per customer, in the order in which the histories were grouped
 * @param terms horizon, discount, margin
 * @throws RangeError naming the argument out of range
 * Source: Fader, Hardie and Lee 2005, "RFM and CLV: using iso-value curves for customer base analysis".
 * @example
 * lifetimeValues({ purchases: { parameters: { model: 'nbd', k: 1, r: 1, alpha: 2 }, logCovariance: null }, spend: { parameters: { p: 6, q: 4, gamma: 15 }, logCovariance: null } }, { histories: groupHistories(purchaseHistories([{ purchases: 3, recency: 5, age: 6 }])), spend: { transactions: Float64Array.of(0), meanSpend: Float64Array.of(0) } }, { horizon: 4, unitsPerYear: 52, margin: 0.5 }).values[0] // 30
 * lifetimeValues({ purchases: { parameters: { model: 'nbd', k: 1, r: 1, alpha: 2 }, logCovariance: null }, spend: { parameters: { p: 6, q: 4, gamma: 15 }, logCovariance: null } }, { histories: groupHistories(purchaseHistories([])), spend: { transactions: Float64Array.of(), meanSpend: Float64Array.of() } }, { horizon: 4, unitsPerYear: 0 }) // throws RangeError
 */
export function lifetimeValues(model: ValueModel, customers: ValuedCustomers, terms: ValueTerms): LifetimeValues {
  const { histories, spend } = customers
  requireSameLength('spend.transactions', { expected: histories.customers, actual: spend.transactions.length })
  const margin = requireNonNegative('margin', terms.margin ?? 1)
  const horizon = discountedHorizon(terms)
  const purchases = conditionalPurchases(model.purchases.parameters, histories, horizon)
  const values = expectedSpend(model.spend.parameters, spend)
  values.forEach((each, i) => (values[i] = margin * each * (purchases[histories.groups[i] ?? 0] ?? 0)))

  const factors = limitFactors(model, customers, { horizon, level: requireFraction('level', terms.level ?? 0.95) })
  if (factors === null) return { values, lower: null, upper: null }
  return {
    values,
    lower: values.map((value, i) => value / (factors[i] ?? 1)),
    upper: values.map((value, i) => Math.min(Number.MAX_VALUE, value * (factors[i] ?? 1))),
  }
}

/**
 * The horizon of value terms in the unit of the histories, with the yearly discount as a continuous rate.
 *
 * @param terms horizon, discount and units per year
 * @throws RangeError naming the argument out of range
 * @example
 * discountedHorizon({ horizon: 26, unitsPerYear: 52 }) // { horizon: 26, discountRate: 0 }
 * discountedHorizon({ horizon: 26, unitsPerYear: 0 }) // throws RangeError
 */
export function discountedHorizon({ horizon, unitsPerYear, yearlyDiscount = 0 }: ValueTerms): Horizon {
  requirePositive('unitsPerYear', unitsPerYear)
  const discountRate = Math.log1p(requireNonNegative('yearlyDiscount', yearlyDiscount)) / unitsPerYear
  return { horizon, discountRate }
}

/** By what factor each limit lies beyond the value. */
function limitFactors(
  { purchases, spend }: ValueModel,
  customers: ValuedCustomers,
  { horizon, level }: { horizon: Horizon; level: number },
): Float64Array | null {
  const { histories } = customers
  if (purchases.logCovariance === null || spend.logCovariance === null) return null
  const fitted = { parameters: purchases.parameters, logCovariance: purchases.logCovariance }
  const ofPurchases = purchaseLogVariances(fitted, histories, horizon)
  const factors = spendLogVariances(spend.parameters, customers.spend, spend.logCovariance)
  const z = normalQuantile((1 + level) / 2)
  factors.forEach((variance, i) => {
    factors[i] = Math.exp(Math.min(700, z * Math.sqrt(variance + (ofPurchases[histories.groups[i] ?? 0] ?? 0))))
  })
  return factors
}
