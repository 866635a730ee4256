import { expectedSpend } from '@vitalfew/methods/spend/expected-spend.ts'
import type { GammaGammaParameters } from '@vitalfew/methods/spend/fit-gamma-gamma.ts'
import type { SpendHistories } from '@vitalfew/methods/spend/spend-histories.ts'

/**
 * What the next purchase of each account is expected to bring. An account whose purchases have brought nothing, or cost,
 * is worth what it was: the model of spend knows positive amounts only.
 *
 * @returns NaN for everybody where nothing is known of spend
 */
export function spendPerOrder(
  parameters: GammaGammaParameters | null,
  spend: SpendHistories,
  margin: number,
): Float64Array {
  if (parameters === null) return spend.meanSpend.map(() => Number.NaN)
  return expectedSpend(parameters, spend).map((expected, row) => {
    const mean = spend.meanSpend[row] ?? 0
    const isWorthless = (spend.transactions[row] ?? 0) > 0 && mean <= 0
    return margin * (isWorthless ? mean : expected)
  })
}
