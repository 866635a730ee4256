import { requireNonNegativeValues } from '../arguments/require-non-negative-values.ts'
import type { SquareMatrix } from '../optimization/cholesky-factor.ts'
import { type LogLikelihood, maximizeLikelihood } from '../optimization/maximize-likelihood.ts'
import { digamma } from '../special-functions/digamma.ts'
import { logBeta } from '../special-functions/log-beta.ts'

/** The probability of not renewing is Beta(alpha, beta) over the customers. */
export interface ShiftedBetaGeometricParameters {
  readonly alpha: number
  readonly beta: number
}

/** `nobodyLeft`: no renewal was declined, so nothing can be estimated. Otherwise as for the other fits. */
export type RenewalVerdict = 'converged' | 'notIdentified' | 'notConverged' | 'nobodyLeft'

export interface ShiftedBetaGeometricFit {
  readonly verdict: RenewalVerdict
  readonly parameters: ShiftedBetaGeometricParameters | null
  readonly standardErrors: ShiftedBetaGeometricParameters | null
  readonly logCovariance: SquareMatrix | null
  readonly logLikelihood: number | null
}

/**
 * Fits the shifted-beta-geometric model of contract renewals to one cohort.
 *
 * Each customer renews with a constant probability of his own; the cohort's retention rises because those who leave
 * easily are gone first. P(leave at renewal t) = B(α + 1, β + t − 1)/B(α, β); S(t) = B(α, β + t)/B(α, β).
 *
 * @param survivors customers at the start, after the first renewal, after the second, …
 * @returns `notIdentified` where retention is the same at every renewal (all customers alike)
 * @throws RangeError when there are fewer than two numbers, one is negative or not finite, or they rise
 * Source: Fader and Hardie 2007, "How to project customer retention".
 * @example
 * fitShiftedBetaGeometric([1000, 869, 743, 653, 593, 551, 517, 491]).parameters.alpha.toFixed(3) // '0.668'
 * fitShiftedBetaGeometric([1000, 1000]).verdict // 'nobodyLeft'
 * fitShiftedBetaGeometric([1000]) // throws RangeError
 * fitShiftedBetaGeometric([869, 1000]) // throws RangeError
 */
export function fitShiftedBetaGeometric(survivors: ArrayLike<number>): ShiftedBetaGeometricFit {
  const counts = requireSurvivors(survivors)
  const start = counts[0] ?? 0
  const end = counts.at(-1) ?? 0
  if (start === end) {
    return { verdict: 'nobodyLeft', parameters: null, standardErrors: null, logCovariance: null, logLikelihood: null }
  }
  const firstLoss = Math.min(0.9, Math.max(0.02, 1 - (counts[1] ?? 0) / start))
  const found = maximizeLikelihood(
    renewalLikelihood(counts),
    [1, 10].map((weight) => [weight * firstLoss, weight * (1 - firstLoss)]),
    { observations: Math.ceil(start) },
  )
  const [alpha = 0, beta = 0] = found.parameters
  const [errorOfAlpha = 0, errorOfBeta = 0] = found.standardErrors ?? []
  const ended = found.identified ? 'converged' : 'notIdentified'
  return {
    verdict: found.converged ? ended : 'notConverged',
    parameters: { alpha, beta },
    standardErrors: found.standardErrors && { alpha: errorOfAlpha, beta: errorOfBeta },
    logCovariance: found.logCovariance,
    logLikelihood: found.logLikelihood,
  }
}

function requireSurvivors(survivors: ArrayLike<number>): Float64Array {
  requireNonNegativeValues('survivors', survivors)
  if (survivors.length < 2) throw new RangeError(`survivors.length must be at least 2, got ${survivors.length}`)
  const counts = Float64Array.from(survivors)
  counts.forEach((count, t) => {
    if (t > 0 && count > (counts[t - 1] ?? 0)) {
      throw new RangeError(`survivors[${t}] must not exceed the one before, got ${count}`)
    }
  })
  return counts
}

function renewalLikelihood(counts: Float64Array): LogLikelihood {
  const renewals = counts.length - 1
  return ([alpha = 0, beta = 0], gradient) => {
    let value = 0
    gradient.fill(0)
    for (let t = 1; t <= renewals + 1; t++) {
      // The last term is of those who are still there.
      const left = t <= renewals ? 1 : 0
      const customers = left === 1 ? (counts[t - 1] ?? 0) - (counts[t] ?? 0) : (counts[renewals] ?? 0)
      const stayed = left === 1 ? t - 1 : renewals
      const both = digamma(alpha + beta) - digamma(alpha + beta + stayed + left)
      value += customers * (logBeta(alpha + left, beta + stayed) - logBeta(alpha, beta))
      gradient[0] = (gradient[0] ?? 0) + customers * (both + digamma(alpha + left) - digamma(alpha))
      gradient[1] = (gradient[1] ?? 0) + customers * (both + digamma(beta + stayed) - digamma(beta))
    }
    return value
  }
}
