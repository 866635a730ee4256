import { fitBetaBinomial } from './fit-beta-binomial.ts'
import { fitBetaGeometric } from './fit-beta-geometric.ts'
import { fitNbd } from './fit-nbd.ts'
import { fitParetoNbd } from './fit-pareto-nbd.ts'
import type { GroupedHistories } from './group-histories.ts'
import type { PurchaseFit } from './purchase-fit.ts'
import type { BetaGeometricParameters, PurchaseParameters } from './purchase-parameters.ts'

/** What is known already and makes a fit cheaper. */
export interface KnownFits {
  /** Parameters of the same model fitted to similar data. */
  readonly near?: PurchaseParameters | undefined
  /** Stages per purchase of bg-cnbd-k and mbg-cnbd-k, where they are not to be chosen. */
  readonly k?: number | undefined
  /** For bg-cnbd-k and mbg-cnbd-k: the fit of bg-nbd or mbg-nbd to the same histories. */
  readonly plain?: PurchaseFit<PurchaseParameters> | undefined
}

/**
 * Fits a purchase model by its name.
 *
 * @param model its name; k of the models that have one is chosen
 * @param histories grouped by {@link groupHistories}; with `logGaps` for the models with k
 * @param known fits from which the search can go on
 * @throws RangeError as the fit of that model does
 * @example
 * fitPurchaseModel('bg-nbd', groupHistories(purchaseHistories([]))).verdict // 'tooFewRepeaters'
 * fitPurchaseModel('bg-bb', groupHistories(purchaseHistories([{ purchases: 1, recency: 1.5, age: 2 }]))) // throws RangeError
 */
export function fitPurchaseModel(
  model: PurchaseParameters['model'],
  histories: GroupedHistories,
  known: KnownFits = {},
): PurchaseFit<PurchaseParameters> {
  const { near, plain, k } = known
  switch (model) {
    case 'nbd':
      return fitNbd(histories)
    case 'pareto-nbd':
      return fitParetoNbd(histories, near?.model === 'pareto-nbd' ? { near } : {})
    case 'bg-bb':
      return fitBetaBinomial(histories)
    case 'bg-nbd':
    case 'mbg-nbd':
    case 'bg-cnbd-k':
    case 'mbg-cnbd-k':
      return fitBetaGeometric(histories, {
        model,
        ...(k !== undefined && (model === 'bg-cnbd-k' || model === 'mbg-cnbd-k') && { k }),
        ...(isBetaGeometric(near) && { near }),
        ...(isBetaGeometricFit(plain) && { plain }),
      })
  }
}

function isBetaGeometric(parameters: PurchaseParameters | undefined): parameters is BetaGeometricParameters {
  return parameters !== undefined && 'a' in parameters
}

function isBetaGeometricFit(
  fit: PurchaseFit<PurchaseParameters> | undefined,
): fit is PurchaseFit<BetaGeometricParameters> {
  return fit?.model === 'bg-nbd' || fit?.model === 'mbg-nbd'
}
