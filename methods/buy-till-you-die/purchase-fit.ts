import type { MaximumLikelihood } from '../optimization/maximize-likelihood.ts'
import type { SquareMatrix } from '../optimization/cholesky-factor.ts'
import type { NbdParameters, PurchaseParameters } from './purchase-parameters.ts'

/**
 * How a fit ended.
 *
 * - `converged`: the likelihood is at its top and every parameter is determined.
 * - `noAttritionDetectable`: the data speak no louder for leaving than for the NBD, in which nobody leaves.
 * - `notIdentified`: at the top, better than the NBD, but some parameters can move without changing the likelihood.
 * - `notConverged`: no top was reached; do not use.
 * - `tooFewRepeaters`: fewer customers with a repeat purchase than parameters need; not tried.
 */
export type FitVerdict = 'converged' | 'noAttritionDetectable' | 'notIdentified' | 'notConverged' | 'tooFewRepeaters'

export interface PurchaseFit<Parameters extends PurchaseParameters> {
  readonly model: Parameters['model']
  readonly verdict: FitVerdict
  /** As found; null only where nothing was tried. */
  readonly parameters: Parameters | null
  /** What to predict with: the NBD where no attrition is detectable; null where neither is of use. */
  readonly predictWith: Parameters | NbdParameters | null
  /** Of the logarithms of the parameters in `predictWith`; null where the information is singular. */
  readonly predictCovariance: SquareMatrix | null
  /** By name of the parameter; null where the information is singular. */
  readonly standardErrors: Readonly<Record<string, number>> | null
  /** Of the logarithms of the parameters, in the order of their names; null where the information is singular. */
  readonly logCovariance: SquareMatrix | null
  readonly logLikelihood: number | null
  /** Of the same model with nobody leaving; null for the NBD itself and for bg-bb. */
  readonly logLikelihoodWithoutAttrition: number | null
  /** Akaike's criterion: 2 · parameters − 2 · logLikelihood. */
  readonly aic: number | null
  /** Schwarz's criterion: parameters · log customers − 2 · logLikelihood. */
  readonly bic: number | null
  readonly customers: number
}

/** Fewer customers with a repeat purchase than this say nothing about how customers differ. */
export const fewestRepeaters = 10

/** Half the 95 % point of the even mixture of χ² with 0 and 1 degrees of freedom: a test on the edge of the parameters. */
const leastGain = 2.705543 / 2

/**
 * Verdict on a fit.
 *
 * @param found the maximum
 * @param reference log-likelihood `withoutAttrition`; null where the model has no such limit
 * Source: Self and Liang 1987 for the test at the boundary.
 * @example
 * fitVerdict({ logLikelihood: -100, converged: true, identified: true }, { withoutAttrition: -100.2 }) // 'noAttritionDetectable'
 * fitVerdict({ logLikelihood: -90, converged: true, identified: true }, { withoutAttrition: -100.2 }) // 'converged'
 */
export function fitVerdict(
  found: Pick<MaximumLikelihood, 'logLikelihood' | 'converged' | 'identified'>,
  reference: { readonly withoutAttrition: number | null },
): FitVerdict {
  const { withoutAttrition } = reference
  if (withoutAttrition !== null && found.logLikelihood - withoutAttrition < leastGain) return 'noAttritionDetectable'
  if (!found.converged) return 'notConverged'
  return found.identified ? 'converged' : 'notIdentified'
}

/**
 * The fit of a model that was not tried.
 *
 * @param model its name
 * @param data number of customers there were
 * @example
 * untriedFit('bg-nbd', { customers: 3 }).verdict // 'tooFewRepeaters'
 */
export function untriedFit<Parameters extends PurchaseParameters>(
  model: Parameters['model'],
  data: { readonly customers: number },
): PurchaseFit<Parameters> {
  return {
    model,
    verdict: 'tooFewRepeaters',
    parameters: null,
    predictWith: null,
    predictCovariance: null,
    standardErrors: null,
    logCovariance: null,
    logLikelihood: null,
    logLikelihoodWithoutAttrition: null,
    aic: null,
    bic: null,
    customers: data.customers,
  }
}
