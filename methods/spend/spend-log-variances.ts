import { deltaVariance } from '../optimization/delta-variance.ts'
import type { SquareMatrix } from '../optimization/cholesky-factor.ts'
import type { GammaGammaParameters } from './fit-gamma-gamma.ts'
import type { SpendHistories } from './spend-histories.ts'

/**
 * Variance of the logarithm of every customer's {@link expectedSpend} that comes from the estimated parameters.
 *
 * @param parameters of the fit
 * @param histories as for the expectation
 * @param logCovariance of the logarithms of p, q, gamma
 * @example
 * [...spendLogVariances({ p: 6, q: 4, gamma: 15 }, { transactions: Float64Array.of(0), meanSpend: Float64Array.of(0) }, { size: 3, values: Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0) })] // [1]
 */
export function spendLogVariances(
  { p, q, gamma }: GammaGammaParameters,
  { transactions, meanSpend }: SpendHistories,
  logCovariance: SquareMatrix,
): Float64Array {
  const gradient = new Float64Array(3)
  return transactions.map((bought, i) => {
    const mean = meanSpend[i] ?? 0
    const count = mean > 0 ? bought : 0
    const rest = p * count + q - 1
    gradient[0] = 1 - (p * count) / rest
    gradient[1] = -q / rest
    gradient[2] = gamma / (gamma + count * mean)
    return deltaVariance(gradient, logCovariance)
  })
}
