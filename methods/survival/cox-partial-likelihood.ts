import type { SquareMatrix } from '../optimization/cholesky-factor.ts'
import { forEachEventTime, type RiskOrder } from './risk-sets.ts'

/** The partial log-likelihood at some coefficients, with its slope and its curvature. */
export interface PartialLikelihood {
  readonly value: number
  readonly gradient: Float64Array
  /** Negative second derivatives. */
  readonly information: SquareMatrix
}

/**
 * Partial log-likelihood of Cox's model with Efron's treatment of ties, summed over the strata.
 *
 * @param order from {@link riskOrder}
 * @param coefficients one per covariate
 * Source: Cox 1972, "Regression models and life-tables"; Efron 1977, "The efficiency of Cox's likelihood function".
 * @example
 * coxPartialLikelihood(riskOrder({ durations: Float64Array.of(1, 2), events: Uint8Array.of(1, 0) }, [Float64Array.of(0, 1)]), Float64Array.of(0)).value // -Math.LN2
 */
export function coxPartialLikelihood(order: RiskOrder, coefficients: Float64Array): PartialLikelihood {
  const { size } = order
  const gradient = new Float64Array(size)
  const information = { size, values: new Float64Array(size * size) }
  let value = 0
  forEachEventTime(order, coefficients, ({ score, logWeight, excess, covariance }) => {
    value += score - logWeight
    for (let j = 0; j < size; j++) gradient[j] = (gradient[j] ?? 0) + (excess[j] ?? 0)
    for (let at = 0; at < covariance.length; at++)
      information.values[at] = (information.values[at] ?? 0) + (covariance[at] ?? 0)
  })
  return { value, gradient, information }
}
