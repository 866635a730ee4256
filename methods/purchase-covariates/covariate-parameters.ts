import type { PurchaseHistories } from '../buy-till-you-die/purchase-histories.ts'
import type { ParetoNbdParameters } from '../buy-till-you-die/purchase-parameters.ts'
import { type CovariateCell, covariateCells, type PurchaseCovariates } from './purchase-covariates.ts'

/** A Pareto/NBD whose rates depend on covariates. */
export interface CovariateParameters {
  readonly r: number
  /** Of a customer whose covariates are all 0. */
  readonly alpha: number
  readonly s: number
  /** Of a customer whose covariates are all 0. */
  readonly beta: number
  /** Log purchase rate per unit of each covariate. */
  readonly transaction: Float64Array
  /** Log risk of leaving per unit of each covariate. */
  readonly lifetime: Float64Array
}

/**
 * The Pareto/NBD of customers of given covariates: alpha · e^(−γ·z), beta · e^(−γ·z).
 *
 * @param parameters of the model
 * @param covariates of the customers
 * Source: Fader and Hardie 2007, "Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD models".
 * @example
 * parametersOfCell({ r: 1, alpha: 2, s: 3, beta: 4, transaction: Float64Array.of(0), lifetime: Float64Array.of() }, { transaction: Float64Array.of(9), lifetime: Float64Array.of() }) // { model: 'pareto-nbd', r: 1, alpha: 2, s: 3, beta: 4 }
 */
export function parametersOfCell(
  parameters: CovariateParameters,
  covariates: Pick<CovariateCell, 'transaction' | 'lifetime'>,
): ParetoNbdParameters {
  const { r, alpha, s, beta } = parameters
  const shift = (effects: Float64Array, values: Float64Array): number =>
    Math.exp(-effects.reduce((sum, effect, j) => sum + effect * (values[j] ?? 0), 0))
  return {
    model: 'pareto-nbd',
    r,
    alpha: alpha * shift(parameters.transaction, covariates.transaction),
    s,
    beta: beta * shift(parameters.lifetime, covariates.lifetime),
  }
}

/** Customers with their covariates. */
export interface CovariateCustomers {
  readonly histories: PurchaseHistories
  readonly covariates: PurchaseCovariates
}

/**
 * Evaluates something of the Pareto/NBD, such as P(alive) or expected purchases, for customers with covariates.
 *
 * @param parameters of the model
 * @param customers histories and covariates
 * @param evaluate what is wanted of histories under a plain Pareto/NBD, one value per row
 * @returns one value per customer, in the order of the histories
 * @throws RangeError as {@link covariateCells} and as `evaluate` does
 * @example
 * [...evaluateByCovariates({ r: 1, alpha: 2, s: 3, beta: 4, transaction: Float64Array.of(1), lifetime: Float64Array.of() }, { histories: purchaseHistories([{ purchases: 0, recency: 0, age: 1 }]), covariates: { transaction: [Float64Array.of(0)], lifetime: [] } }, (model, rows) => rows.age.map(() => model.alpha))] // [2]
 * evaluateByCovariates({ r: 1, alpha: 2, s: 3, beta: 4, transaction: Float64Array.of(1), lifetime: Float64Array.of() }, { histories: purchaseHistories([]), covariates: { transaction: [Float64Array.of(0)], lifetime: [] } }, (model, rows) => rows.age) // throws RangeError
 */
export function evaluateByCovariates(
  parameters: CovariateParameters,
  customers: CovariateCustomers,
  evaluate: (model: ParetoNbdParameters, histories: PurchaseHistories) => Float64Array,
): Float64Array {
  const values = new Float64Array(customers.histories.purchases.length)
  for (const cell of covariateCells(customers.histories, customers.covariates)) {
    const found = evaluate(parametersOfCell(parameters, cell), cell.histories)
    cell.rows.forEach((row, at) => (values[row] = found[at] ?? 0))
  }
  return values
}
