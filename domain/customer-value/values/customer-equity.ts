import type { CustomerValue } from '@vitalfew/contract/customer-value.ts'
import { roundDecimals } from '@vitalfew/methods/arithmetic/round-decimals.ts'
import type { PurchaseParameters } from '@vitalfew/methods/buy-till-you-die/purchase-parameters.ts'
import type { SquareMatrix } from '@vitalfew/methods/optimization/cholesky-factor.ts'
import { deltaVariance } from '@vitalfew/methods/optimization/delta-variance.ts'
import type { GammaGammaParameters } from '@vitalfew/methods/spend/fit-gamma-gamma.ts'
import type { Estimated } from '../fitting/fit-tasks.ts'
import type { ValueColumns } from './value-columns.ts'

/** Normal score of a 95 % interval. */
const score = 1.959964

export interface EquityContext {
  readonly model: Estimated<PurchaseParameters> | null
  readonly spend: Estimated<GammaGammaParameters> | null
  /** How far off the totals of past forecasts were, root mean square, as fractions. */
  readonly backtestError: number
  readonly decimals: number
}

/**
 * The value of all accounts together. Its interval holds three things: the error of the estimated parameters, chance,
 * and what the back-test showed the forecasts of the total to be off by, seasons and crises included.
 */
export function customerEquity(
  parts: readonly ValueColumns[],
  { model, spend, backtestError, decimals }: EquityContext,
): CustomerValue['equity'] {
  const sums = { total: 0, atRisk: 0, accounts: 0, oneTimeAccounts: 0, worthlessAccounts: 0, known: 0 }
  for (const { clv, alive, purchases } of parts) {
    clv.forEach((value, row) => {
      if (purchases[row] === 0) sums.oneTimeAccounts++
      if (Number.isNaN(value)) return
      sums.known++
      sums.total += value
      if (value > 0) {
        sums.accounts++
        const left = 1 - (alive[row] ?? Number.NaN)
        if (!Number.isNaN(left)) sums.atRisk += value * left
      } else sums.worthlessAccounts++
    })
  }
  if (sums.known === 0) return null
  const variance =
    parameterVariance(
      parts.map((part) => part.purchaseGradient),
      model?.logCovariance ?? null,
    ) +
    parameterVariance(
      parts.map((part) => part.spendGradient),
      spend?.logCovariance ?? null,
    ) +
    parts.reduce((sum, part) => sum + part.chanceVariance, 0) +
    (sums.total * backtestError) ** 2
  const round = (value: number): number => roundDecimals(value, decimals)
  const { known: _, total, atRisk, ...counts } = sums
  const whole = { total: round(total), atRisk: round(atRisk), ...counts }
  if (variance === 0) return { ...whole, lower: null, upper: null }
  const { lower, upper } = limits(total, variance)
  return { ...whole, lower: round(lower), upper: round(upper) }
}

/** Log-normal above zero, where the interval of a sum of values belongs. */
function limits(total: number, variance: number): { lower: number; upper: number } {
  if (total <= 0) return { lower: total - score * Math.sqrt(variance), upper: total + score * Math.sqrt(variance) }
  const spread = Math.sqrt(Math.log1p(variance / (total * total)))
  return { lower: total * Math.exp(-score * spread), upper: total * Math.exp(score * spread) }
}

function parameterVariance(gradients: readonly Float64Array[], covariance: SquareMatrix | null): number {
  if (covariance === null) return 0
  const total = new Float64Array(covariance.size)
  for (const gradient of gradients) gradient.forEach((slope, j) => (total[j] = (total[j] ?? 0) + slope))
  const variance = deltaVariance(total, covariance)
  return Number.isFinite(variance) ? variance : 0
}
