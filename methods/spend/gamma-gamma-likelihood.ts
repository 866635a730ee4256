import type { LogLikelihood } from '../optimization/maximize-likelihood.ts'
import { digamma } from '../special-functions/digamma.ts'
import { logBeta } from '../special-functions/log-beta.ts'
import type { SpendHistories } from './spend-histories.ts'

/**
 * Log-likelihood of the Gamma-Gamma model with its derivatives by p, q, gamma.
 *
 * A customer's purchases are Gamma(shape p, rate ν), ν ~ Gamma(shape q, rate γ). With x purchases of mean m:
 * L = 1/(m B(px, q)) · (γ/(γ + mx))^q · (mx/(γ + mx))^(px).
 *
 * @param histories only rows with transactions and a mean above 0
 * Source: Fader and Hardie 2013, "The gamma-gamma model of monetary value", equation 1a.
 * @example
 * gammaGammaLikelihood({ transactions: Float64Array.of(1), meanSpend: Float64Array.of(1) })(Float64Array.of(1, 1, 1), new Float64Array(3)).toFixed(9) // Math.log(0.25).toFixed(9)
 */
export function gammaGammaLikelihood({ transactions, meanSpend }: SpendHistories): LogLikelihood {
  const counts = new Map<number, number>()
  for (const count of transactions) counts.set(count, (counts.get(count) ?? 0) + 1)
  const logTotals = transactions.map((count, i) => Math.log(count * (meanSpend[i] ?? 0)))
  const constant = meanSpend.reduce((sum, mean) => sum - Math.log(mean), 0)

  return ([p = 0, q = 0, gamma = 0], gradient) => {
    let value = constant
    let byP = 0
    let byQ = 0
    for (const [count, customers] of counts) {
      const shared = digamma(p * count + q)
      value -= customers * logBeta(p * count, q)
      byP += customers * count * (shared - digamma(p * count))
      byQ += customers * (shared - digamma(q))
    }
    let byGamma = 0
    const logGamma = Math.log(gamma)
    for (let i = 0; i < transactions.length; i++) {
      const count = transactions[i] ?? 0
      const ratio = (count * (meanSpend[i] ?? 0)) / gamma
      const logRest = -Math.log1p(ratio)
      const logShare = (logTotals[i] ?? 0) - logGamma + logRest
      value += q * logRest + p * count * logShare
      byP += count * logShare
      byQ += logRest
      byGamma += (q * ratio - p * count) / (1 + ratio)
    }
    gradient[0] = byP
    gradient[1] = byQ
    gradient[2] = byGamma / gamma
    return value
  }
}
