import { digamma } from '../special-functions/digamma.ts'
import { logBeta } from '../special-functions/log-beta.ts'
import type { HistoryKernel } from './history-kernel.ts'
import type { PurchaseHistories } from './purchase-histories.ts'
import type { BetaBinomialParameters } from './purchase-parameters.ts'

/**
 * Kernel of the BG/BB; derivatives by alpha, beta, gamma, delta. Recency and age count opportunities: whole numbers.
 *
 * With n opportunities: L = B(α + x, β + n − x)/B(α, β) · B(γ, δ + n)/B(γ, δ) + Σ B(α + x, β + t_x − x + i)/B(α, β) ·
 * B(γ + 1, δ + t_x + i)/B(γ, δ), i from 0 to n − t_x − 1. P(alive) is the share of the first part, alive at n, times (δ + n)/(γ + δ + n): alive at the next
 * opportunity, as the paper has it.
 *
 * Source: Fader, Hardie and Shang 2010, "Customer-base analysis in a discrete-time noncontractual setting".
 * @example
 * evaluateRows(betaBinomialKernel({ model: 'bg-bb', alpha: 1, beta: 1, gamma: 1, delta: 1 }, purchaseHistories([{ purchases: 1, recency: 1, age: 1 }])), 1).logLikelihoods[0].toFixed(9) // Math.log(0.25).toFixed(9)
 */
export function betaBinomialKernel(parameters: BetaBinomialParameters, histories: PurchaseHistories): HistoryKernel {
  const { alpha, beta, gamma, delta } = parameters
  const { purchases, recency, age } = histories
  const buying = logBeta(alpha, beta)
  const leaving = logBeta(gamma, delta)
  const start = { alpha: digamma(alpha), beta: digamma(beta), both: digamma(alpha + beta) }
  const end = { gamma: digamma(gamma), delta: digamma(delta), both: digamma(gamma + delta) }

  return (row, out) => {
    const bought = purchases[row] ?? 0
    const last = recency[row] ?? 0
    const chances = age[row] ?? 0
    /** Adds the logarithm of one term and its derivatives to a running log-sum. */
    let logSum = -Infinity
    let logAlive = 0
    const slopes = [0, 0, 0, 0]
    for (let seen = last; seen <= chances; seen++) {
      const stayed = seen === chances
      const buyTerm = logBeta(alpha + bought, beta + seen - bought) - buying
      const left = stayed ? 0 : 1
      const term = buyTerm + logBeta(gamma + left, delta + seen) - leaving
      if (stayed) logAlive = term
      const larger = Math.max(logSum, term)
      const old = Math.exp(logSum - larger)
      const added = Math.exp(term - larger)
      const share = added / (old + added)
      logSum = larger + Math.log(old + added)

      const bothBuying = start.both - digamma(alpha + beta + seen)
      const bothLeaving = end.both - digamma(gamma + delta + seen + left)
      const derivatives = [
        bothBuying + digamma(alpha + bought) - start.alpha,
        bothBuying + digamma(beta + seen - bought) - start.beta,
        bothLeaving + digamma(gamma + left) - end.gamma,
        bothLeaving + digamma(delta + seen) - end.delta,
      ]
      derivatives.forEach((slope, j) => (slopes[j] = (slopes[j] ?? 0) * (1 - share) + slope * share))
    }
    out[0] = logSum
    out[1] = (Math.exp(logAlive - logSum) * (delta + chances)) / (gamma + delta + chances)
    slopes.forEach((slope, j) => (out[j + 2] = slope))
  }
}
