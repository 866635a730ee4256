import { requireInteger } from '../arguments/require-integer.ts'
import { fitKernel } from './fit-kernel.ts'
import type { GroupedHistories } from './group-histories.ts'
import { nbdKernel } from './nbd-kernel.ts'
import { fewestRepeaters, type PurchaseFit, untriedFit } from './purchase-fit.ts'
import { purchaseFitFrom } from './purchase-fit-from.ts'
import type { NbdParameters } from './purchase-parameters.ts'
import { repeatStatistics } from './repeat-statistics.ts'
import { timingTotal } from './timing-total.ts'

/**
 * Fits the NBD: purchases without an end, the model to beat.
 *
 * @param histories grouped by {@link groupHistories}
 * @param options k stages per purchase, 1 where absent; other k need histories with `logGaps`
 * @returns verdict `converged`, `notIdentified` (all customers alike: no spread of rates), or `tooFewRepeaters`
 * @throws RangeError when k is not an integer above 0, or is above 1 without `logGaps`
 * Source: Ehrenberg 1959, "The pattern of consumer purchases".
 * @example
 * fitNbd(groupHistories(purchaseHistories([]))).verdict // 'tooFewRepeaters'
 * fitNbd(groupHistories(purchaseHistories([])), { k: 0 }) // throws RangeError
 */
export function fitNbd(histories: GroupedHistories, options: { readonly k?: number } = {}): PurchaseFit<NbdParameters> {
  const k = requireInteger('k', options.k ?? 1)
  if (k < 1) throw new RangeError(`k must be at least 1, got ${k}`)
  const { repeaters, purchases, exposure } = repeatStatistics(histories)
  if (repeaters < fewestRepeaters) return untriedFit('nbd', histories)

  const constant = timingTotal(k, histories)
  const perStage = exposure / (purchases * k)
  const found = fitKernel(([r = 0, alpha = 0], rows) => nbdKernel({ k, r, alpha }, rows), histories, {
    starts: [0.5, 5].map((r) => [r, r * perStage]),
  })
  const [r = 0, alpha = 0] = found.parameters
  return purchaseFitFrom(found, { model: 'nbd', k, r, alpha }, { names: ['r', 'alpha'], histories, constant })
}
