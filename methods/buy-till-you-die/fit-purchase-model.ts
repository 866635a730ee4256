import { fitBetaBinomial } from './fit-beta-binomial.ts'
import { fitBetaGeometric } from './fit-beta-geometric.ts'
import { fitNbd } from './fit-nbd.ts'
import { fitParetoNbd } from './fit-pareto-nbd.ts'
import type { GroupedHistories } from './group-histories.ts'
import type { PurchaseFit } from './purchase-fit.ts'
import type { PurchaseParameters } from './purchase-parameters.ts'

/**
 * Fits a purchase model by its name.
 *
 * @param model its name; k of the models that have one is chosen
 * @param histories grouped by {@link groupHistories}; with `logGaps` for the models with k
 * @throws RangeError as the fit of that model does
 * @example
 * fitPurchaseModel('bg-nbd', groupHistories(purchaseHistories([]))).verdict // 'tooFewRepeaters'
 * fitPurchaseModel('bg-bb', groupHistories(purchaseHistories([{ purchases: 1, recency: 1.5, age: 2 }]))) // throws RangeError
 */
export function fitPurchaseModel(
  model: PurchaseParameters['model'],
  histories: GroupedHistories,
): PurchaseFit<PurchaseParameters> {
  switch (model) {
    case 'nbd':
      return fitNbd(histories)
    case 'pareto-nbd':
      return fitParetoNbd(histories)
    case 'bg-bb':
      return fitBetaBinomial(histories)
    case 'bg-nbd':
    case 'mbg-nbd':
    case 'bg-cnbd-k':
    case 'mbg-cnbd-k':
      return fitBetaGeometric(histories, { model })
  }
}
