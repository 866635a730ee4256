import { betaBinomialKernel } from './beta-binomial-kernel.ts'
import { fitKernel } from './fit-kernel.ts'
import type { GroupedHistories } from './group-histories.ts'
import { fewestRepeaters, type PurchaseFit, untriedFit } from './purchase-fit.ts'
import { purchaseFitFrom } from './purchase-fit-from.ts'
import type { BetaBinomialParameters } from './purchase-parameters.ts'
import { repeatStatistics } from './repeat-statistics.ts'

/**
 * Fits the BG/BB: purchases at discrete opportunities, such as yearly donations or events.
 *
 * @param histories grouped by {@link groupHistories}; recency and age count opportunities
 * @throws RangeError naming a recency or age that is not whole, or more purchases than opportunities up to the last
 * Source: Fader, Hardie and Shang 2010, "Customer-base analysis in a discrete-time noncontractual setting".
 * @example
 * fitBetaBinomial(groupHistories(purchaseHistories([]))).verdict // 'tooFewRepeaters'
 * fitBetaBinomial(groupHistories(purchaseHistories([{ purchases: 1, recency: 1.5, age: 2 }]))) // throws RangeError
 */
export function fitBetaBinomial(histories: GroupedHistories): PurchaseFit<BetaBinomialParameters> {
  requireOpportunities(histories)
  const { repeaters, purchases, exposure } = repeatStatistics(histories)
  if (repeaters < fewestRepeaters) return untriedFit('bg-bb', histories)

  const share = Math.min(0.95, purchases / exposure)
  const found = fitKernel(
    ([alpha = 0, beta = 0, gamma = 0, delta = 0], rows) =>
      betaBinomialKernel({ model: 'bg-bb', alpha, beta, gamma, delta }, rows),
    histories,
    {
      starts: [
        [1, 1, 1, 3],
        [2 * share, 2 - 2 * share, 0.5, 5],
        [1, 0.5, 1, 1],
      ],
    },
  )
  const [alpha = 0, beta = 0, gamma = 0, delta = 0] = found.parameters
  return purchaseFitFrom(
    found,
    { model: 'bg-bb', alpha, beta, gamma, delta },
    { names: ['alpha', 'beta', 'gamma', 'delta'], histories, constant: 0 },
  )
}

function requireOpportunities({ purchases, recency, age }: GroupedHistories): void {
  recency.forEach((last, row) => {
    if (!Number.isInteger(last)) throw new RangeError(`recency[${row}] must be a whole number, got ${last}`)
    if (!Number.isInteger(age[row])) throw new RangeError(`age[${row}] must be a whole number, got ${age[row]}`)
    if ((purchases[row] ?? 0) > last) {
      throw new RangeError(`purchases[${row}] must not exceed recency[${row}] ${last}, got ${purchases[row]}`)
    }
  })
}
