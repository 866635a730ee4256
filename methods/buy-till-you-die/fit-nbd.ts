import { requireInteger } from '../arguments/require-integer.ts'
import { fitKernel } from './fit-kernel.ts'
import type { GroupedHistories } from './group-histories.ts'
import { sumRows } from './history-kernel.ts'
import { nbdKernel } from './nbd-kernel.ts'
import { fewestRepeaters, type PurchaseFit, untriedFit } from './purchase-fit.ts'
import { purchaseFitFrom } from './purchase-fit-from.ts'
import type { NbdParameters } from './purchase-parameters.ts'
import { repeatStatistics } from './repeat-statistics.ts'
import { timingTotal } from './timing-total.ts'

/**
 * Fits the NBD: purchases without an end, the model to beat.
 *
 * Where the counts vary no more than chance lets them (Σ (x − λT)² ≤ Σ x), the customers are taken as alike: r = 1e8.
 *
 * @param histories grouped by {@link groupHistories}
 * @param options k stages per purchase, 1 where absent; other k need histories with `logGaps`
 * @returns verdict `converged`, `notIdentified` (all customers alike: no spread of rates), or `tooFewRepeaters`
 * @throws RangeError when k is not an integer above 0, or is above 1 without `logGaps`
 * Source: Ehrenberg 1959, "The pattern of consumer purchases"; Cameron and Trivedi 1990 for the test of spread.
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
  if (k === 1 && !hasSpread(histories, purchases / exposure)) return alike(histories, { purchases, exposure })
  const found = fitKernel(([r = 0, alpha = 0], rows) => nbdKernel({ k, r, alpha }, rows), histories, {
    starts: [0.5, 5].map((r) => [r, r * perStage]),
  })
  const [r = 0, alpha = 0] = found.parameters
  return purchaseFitFrom(found, { model: 'nbd', k, r, alpha }, { names: ['r', 'alpha'], histories, constant })
}

/** Customers who all buy at one rate are the limit of the NBD for a large r; this is as near as doubles go. */
const rOfAlike = 1e8

/**
 * Whether counts vary more than chance lets them where all buy at one rate: where they do not, the likelihood rises with
 * r without end.
 */
function hasSpread({ purchases, age, counts }: GroupedHistories, rate: number): boolean {
  let excess = 0
  for (let row = 0; row < counts.length; row++) {
    const bought = purchases[row] ?? 0
    excess += (counts[row] ?? 0) * ((bought - rate * (age[row] ?? 0)) ** 2 - bought)
  }
  return excess > 0
}

function alike(
  histories: GroupedHistories,
  seen: { readonly purchases: number; readonly exposure: number },
): PurchaseFit<NbdParameters> {
  const parameters = { model: 'nbd', k: 1, r: rOfAlike, alpha: (rOfAlike * seen.exposure) / seen.purchases } as const
  const gradient = new Float64Array(2)
  const logLikelihood = sumRows(nbdKernel(parameters, histories), histories.counts, { gradient })
  // Of the one rate, a Poisson rate, only the number of purchases says how sure it is.
  const logCovariance = { size: 2, values: Float64Array.of(0, 0, 0, 1 / seen.purchases) }
  const found = {
    parameters: Float64Array.of(parameters.r, parameters.alpha),
    logLikelihood,
    converged: true,
    identified: false,
    logCovariance,
    standardErrors: null,
  }
  return purchaseFitFrom(found, parameters, { names: ['r', 'alpha'], histories, constant: 0 })
}
