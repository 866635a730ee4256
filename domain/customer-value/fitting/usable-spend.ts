import type { GammaGammaParameters, SpendFit } from '@vitalfew/methods/spend/fit-gamma-gamma.ts'
import type { SpendHistories } from '@vitalfew/methods/spend/spend-histories.ts'
import type { Estimated } from './fit-tasks.ts'

/**
 * The model of spend to value with. Where none was found, every account's mean is drawn towards the median account by
 * the weight of one purchase: this is what the expectation of the Gamma-Gamma model comes to with p = 1 and q = 2.
 *
 * @returns null where no account's purchases brought anything
 */
export function usableSpend(
  fit: SpendFit,
  { transactions, meanSpend }: SpendHistories,
): Estimated<GammaGammaParameters> | null {
  const { verdict, parameters, logCovariance } = fit
  const isOfUse = verdict === 'converged' || verdict === 'notIdentified'
  if (isOfUse && parameters !== null && parameters.q > 1) return { parameters, logCovariance }
  const known = meanSpend.filter((mean, row) => mean > 0 && (transactions[row] ?? 0) > 0).toSorted()
  const median = known[Math.floor(known.length / 2)]
  return median === undefined ? null : { parameters: { p: 1, q: 2, gamma: median }, logCovariance: null }
}
