import type { MaximumLikelihood } from '../optimization/maximize-likelihood.ts'
import { fitVerdict, type PurchaseFit } from './purchase-fit.ts'
import type { NbdParameters, PurchaseParameters } from './purchase-parameters.ts'

/** What a fit is told besides the maximum. */
export interface FitContext {
  /** Names of the fitted parameters, in the order of the vector. */
  readonly names: readonly string[]
  readonly histories: { readonly customers: number }
  /** Added to the log-likelihood: the part that no parameter moves. */
  readonly constant: number
  /** The same model with nobody leaving. */
  readonly withoutAttrition?: PurchaseFit<NbdParameters>
}

/**
 * A fit from the maximum of a likelihood: verdict, errors and criteria.
 *
 * @param found the maximum
 * @param parameters the same, by name
 * @param context what else the fit is told
 * @example
 * purchaseFitFrom({ parameters: [1, 2], logLikelihood: -9, converged: true, identified: true, logCovariance: null, standardErrors: [3, 4] }, { model: 'nbd', k: 1, r: 1, alpha: 2 }, { names: ['r', 'alpha'], histories: { customers: 1 }, constant: 0 }).standardErrors // { r: 3, alpha: 4 }
 */
export function purchaseFitFrom<Parameters extends PurchaseParameters>(
  found: Omit<MaximumLikelihood, 'meanInformation' | 'iterations'>,
  parameters: Parameters,
  context: FitContext,
): PurchaseFit<Parameters> {
  const { names, histories, constant, withoutAttrition } = context
  const limit = withoutAttrition?.logLikelihood ?? null
  const logLikelihood = found.logLikelihood + constant
  const verdict = fitVerdict({ ...found, logLikelihood }, { withoutAttrition: limit })
  const errors = found.standardErrors
  return {
    model: parameters.model,
    verdict,
    parameters,
    ...prediction(),
    standardErrors: errors && Object.fromEntries(names.map((name, i) => [name, errors[i] ?? 0])),
    logCovariance: found.logCovariance,
    logLikelihood,
    logLikelihoodWithoutAttrition: limit,
    aic: 2 * names.length - 2 * logLikelihood,
    bic: names.length * Math.log(histories.customers) - 2 * logLikelihood,
    customers: histories.customers,
  }

  function prediction(): Pick<PurchaseFit<Parameters>, 'predictWith' | 'predictCovariance'> {
    if (verdict === 'notConverged') return { predictWith: null, predictCovariance: null }
    if (verdict !== 'noAttritionDetectable') return { predictWith: parameters, predictCovariance: found.logCovariance }
    const { predictWith = null, predictCovariance = null } = withoutAttrition ?? {}
    return { predictWith, predictCovariance }
  }
}
