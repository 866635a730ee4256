import { fitKernel } from './fit-kernel.ts'
import { fitNbd } from './fit-nbd.ts'
import type { GroupedHistories } from './group-histories.ts'
import { paretoNbdKernel } from './pareto-nbd-kernel.ts'
import { fewestRepeaters, type PurchaseFit, untriedFit } from './purchase-fit.ts'
import { purchaseFitFrom } from './purchase-fit-from.ts'
import type { NbdParameters, ParetoNbdParameters } from './purchase-parameters.ts'
import { repeatStatistics } from './repeat-statistics.ts'

/** β / s, about how long customers stay in units of time: above it nobody is seen to leave. */
const leastStay = 1e5
const mostShape = 5e6

/**
 * Fits the Pareto/NBD by maximum likelihood.
 *
 * @param histories grouped by {@link groupHistories}
 * @param search `near`: parameters of a fit to similar data; the search begins there, and at one start besides
 * @returns also a fit of the NBD for comparison; where the data show no attrition the verdict says so and
 *   `predictWith` is the NBD
 * Source: Schmittlein, Morrison and Colombo 1987, "Counting your customers: who are they and what will they do next?".
 * @example
 * fitParetoNbd(groupHistories(purchaseHistories([]))).verdict // 'tooFewRepeaters'
 */
export function fitParetoNbd(
  histories: GroupedHistories,
  search: { readonly near?: ParetoNbdParameters | undefined } = {},
): PurchaseFit<ParetoNbdParameters> {
  const { repeaters, purchases, exposure } = repeatStatistics(histories)
  if (repeaters < fewestRepeaters) return untriedFit('pareto-nbd', histories)

  const withoutAttrition = fitNbd(histories)
  const perPurchase = exposure / purchases
  const meanAge = exposure / histories.customers
  const { near } = search
  const fresh = [
    [0.7, 0.5 * perPurchase, 0.6, 0.5 * meanAge],
    [1, perPurchase, 0.3, 3 * meanAge],
    [3, 1.5 * perPurchase, 2, meanAge],
  ]
  const found = fitKernel(
    ([r = 0, alpha = 0, s = 0, beta = 0], rows) => paretoNbdKernel({ model: 'pareto-nbd', r, alpha, s, beta }, rows),
    histories,
    {
      starts: near === undefined ? fresh : [[near.r, near.alpha, near.s, near.beta], ...fresh.slice(0, 1)],
      onRidge: (unsettled) => besideNbd(unsettled, withoutAttrition),
    },
  )
  const [r = 0, alpha = 0, s = 0, beta = 0] = found.parameters
  return purchaseFitFrom(
    found,
    { model: 'pareto-nbd', r, alpha, s, beta },
    { names: ['r', 'alpha', 's', 'beta'], histories, constant: 0, withoutAttrition },
  )
}

/** Where next to nobody leaves, the rates of purchase are all but those of the NBD. */
function besideNbd(found: Float64Array, { parameters }: PurchaseFit<NbdParameters>): Float64Array {
  const [, , s = 0, beta = 0] = found
  if (parameters === null || beta / s < leastStay) return found
  // Of customers alike only the ratio of r and alpha is known; both have to stay clear of the limits of a search.
  const scale = Math.min(1, mostShape / parameters.r, mostShape / parameters.alpha)
  return Float64Array.of(parameters.r * scale, parameters.alpha * scale, s, beta)
}
