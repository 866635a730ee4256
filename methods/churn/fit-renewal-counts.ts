import { requireNonNegativeValues } from '../arguments/require-non-negative-values.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import { type LogLikelihood, maximizeLikelihood } from '../optimization/maximize-likelihood.ts'
import type { RenewalVerdict, ShiftedBetaGeometricParameters } from '../survival/fit-shifted-beta-geometric.ts'

/** At index t: contracts that had been renewed t times and came to their end. */
export interface RenewalCounts {
  readonly due: ArrayLike<number>
  /** Of these, how many were renewed once more. */
  readonly renewed: ArrayLike<number>
}

export interface RenewalCountsFit {
  readonly verdict: RenewalVerdict
  readonly parameters: ShiftedBetaGeometricParameters | null
  readonly standardErrors: ShiftedBetaGeometricParameters | null
  readonly logLikelihood: number | null
}

/**
 * Fits the shifted-beta-geometric model of renewals to contracts that began at different times and partly still run.
 *
 * Retention at the renewal after t is r(t) = (β + t)/(α + β + t); the likelihood is Π r(t)^renewed · (1 − r(t))^declined,
 * which for one cohort seen from its start is that of {@link fitShiftedBetaGeometric}.
 *
 * @param counts contracts due and renewed, by the number of renewals before
 * @returns `nobodyLeft` where every contract was renewed, or none came to its end
 * @throws RangeError naming a count that is negative or not finite, or more renewals than were due
 * Source: Fader and Hardie 2007, "How to project customer retention"; right-censoring after Fader and Hardie 2014.
 * @example
 * fitRenewalCounts({ due: [100, 80], renewed: [80, 72] }).verdict // 'converged'
 * fitRenewalCounts({ due: [100], renewed: [100] }).verdict // 'nobodyLeft'
 * fitRenewalCounts({ due: [1], renewed: [2] }) // throws RangeError
 */
export function fitRenewalCounts({ due, renewed }: RenewalCounts): RenewalCountsFit {
  requireSameLength('renewed', { expected: due.length, actual: renewed.length })
  const counts = requireCounts(Float64Array.from(due), Float64Array.from(renewed))
  const contracts = counts.reduce((sum, { stayed, left }) => sum + stayed + left, 0)
  const lost = counts.reduce((sum, { left }) => sum + left, 0)
  if (lost === 0) return { verdict: 'nobodyLeft', parameters: null, standardErrors: null, logLikelihood: null }

  const loss = Math.min(0.9, Math.max(0.02, lost / contracts))
  const starts = [1, 10].map((weight) => [weight * loss, weight * (1 - loss)])
  const found = maximizeLikelihood(renewalCountsLikelihood(counts), starts, { observations: Math.ceil(contracts) })
  const [alpha = 0, beta = 0] = found.parameters
  const [errorOfAlpha = 0, errorOfBeta = 0] = found.standardErrors ?? []
  const ended = found.identified ? 'converged' : 'notIdentified'
  return {
    verdict: found.converged ? ended : 'notConverged',
    parameters: { alpha, beta },
    standardErrors: found.standardErrors && { alpha: errorOfAlpha, beta: errorOfBeta },
    logLikelihood: found.logLikelihood,
  }
}

interface RenewalOutcome {
  readonly stayed: number
  readonly left: number
}

function requireCounts(due: Float64Array, renewed: Float64Array): RenewalOutcome[] {
  requireNonNegativeValues('due', due)
  requireNonNegativeValues('renewed', renewed)
  return Array.from(due, (all, t) => {
    const stayed = renewed[t] ?? 0
    if (stayed > all) throw new RangeError(`renewed[${t}] must not exceed due ${all}, got ${stayed}`)
    return { stayed, left: all - stayed }
  })
}

function renewalCountsLikelihood(counts: readonly RenewalOutcome[]): LogLikelihood {
  return ([alpha = 0, beta = 0], gradient) => {
    gradient.fill(0)
    let value = 0
    counts.forEach(({ stayed, left }, t) => {
      const all = alpha + beta + t
      if (stayed > 0) value += stayed * Math.log((beta + t) / all)
      if (left > 0) value += left * Math.log(alpha / all)
      gradient[0] = (gradient[0] ?? 0) + left / alpha - (stayed + left) / all
      gradient[1] = (gradient[1] ?? 0) + stayed / (beta + t) - (stayed + left) / all
    })
    return value
  }
}
