import type { SquareMatrix } from '../optimization/cholesky-factor.ts'
import { inversePositiveDefinite } from '../optimization/inverse-positive-definite.ts'
import { solvePositiveDefinite } from '../optimization/solve-positive-definite.ts'
import { linearScores } from '../regression/linear-scores.ts'
import { requireColumns } from '../regression/require-columns.ts'
import { standardizedColumns } from '../regression/standardized-columns.ts'
import { concordance } from './concordance.ts'
import { coxPartialLikelihood, type PartialLikelihood } from './cox-partial-likelihood.ts'
import { type RiskOrder, riskOrder } from './risk-sets.ts'
import { requireSurvivalData, type SurvivalData } from './survival-data.ts'

/**
 * - `converged`: at the top of the partial likelihood.
 * - `notIdentified`: some covariates follow from others, or a coefficient runs away because a covariate tells all
 *   events apart.
 * - `noEvents`: nobody had the event; not tried.
 */
export type CoxVerdict = 'converged' | 'notIdentified' | 'noEvents'

export interface CoxFit {
  readonly verdict: CoxVerdict
  /** Logarithms of hazard ratios, one per covariate; null where not identified. */
  readonly coefficients: Float64Array | null
  readonly standardErrors: Float64Array | null
  readonly covariance: SquareMatrix | null
  readonly logLikelihood: number | null
  /** With all coefficients 0. */
  readonly nullLogLikelihood: number | null
  /** Share of comparable pairs that the scores put in the right order, whatever their strata; 0.5 is chance. */
  readonly concordance: number | null
}

const mostIterations = 50

/**
 * Fits Cox's proportional-hazards model: h(t | x) = h₀(t) · e^(β·x), by Newton's method with halved steps.
 *
 * Covariates are centred and scaled inside; the coefficients given back are for the columns as they came.
 *
 * @param data durations and events
 * @param columns covariates, one column each, as long as the data; categories as columns of 0 and 1, one left out
 * @param options `strata`: number of the stratum of each subject, each with a baseline hazard h₀ of its own
 * @throws RangeError as {@link requireSurvivalData}, or naming a column of another length or with a value not finite
 * Source: Cox 1972, "Regression models and life-tables"; ties after Efron 1977.
 * @example
 * fitCox({ durations: Float64Array.of(1, 2, 3, 4), events: Uint8Array.of(1, 1, 1, 1) }, [Float64Array.of(1, 0, 1, 0)]).coefficients[0].toFixed(6) // Math.log((1 + Math.sqrt(17)) / 2).toFixed(6)
 * fitCox({ durations: Float64Array.of(1), events: Uint8Array.of(0) }, [Float64Array.of(1)]).verdict // 'noEvents'
 * fitCox({ durations: Float64Array.of(1), events: Uint8Array.of(0) }, [Float64Array.of()]) // throws RangeError
 */
export function fitCox(
  data: SurvivalData,
  columns: readonly Float64Array[],
  { strata }: { readonly strata?: Uint32Array | undefined } = {},
): CoxFit {
  requireSurvivalData(data)
  requireColumns(columns, data.durations.length)
  if (!data.events.includes(1)) return { ...unidentified, verdict: 'noEvents' }

  const { scaled, scales } = standardizedColumns(columns)
  const order = riskOrder(data, scaled, strata)
  const atZero = coxPartialLikelihood(order, new Float64Array(columns.length))
  const found = newton(order, atZero)
  const inverse = found && inversePositiveDefinite(found.likelihood.information)
  if (!found || !inverse) return { ...unidentified, nullLogLikelihood: atZero.value }

  const size = columns.length
  const coefficients = found.coefficients.map((value, j) => value / (scales[j] ?? 1))
  const values = inverse.values.map(
    (value, at) => value / ((scales[Math.floor(at / size)] ?? 1) * (scales[at % size] ?? 1)),
  )
  return {
    verdict: 'converged',
    coefficients,
    standardErrors: coefficients.map((_, j) => Math.sqrt(values[j * (size + 1)] ?? 0)),
    covariance: { size, values },
    logLikelihood: found.likelihood.value,
    nullLogLikelihood: atZero.value,
    concordance: concordance(data, linearScores(columns, { coefficients })),
  }
}

const unidentified = {
  verdict: 'notIdentified',
  coefficients: null,
  standardErrors: null,
  covariance: null,
  logLikelihood: null,
  nullLogLikelihood: null,
  concordance: null,
} as const

function newton(
  order: RiskOrder,
  start: PartialLikelihood,
): { coefficients: Float64Array; likelihood: PartialLikelihood } | null {
  let coefficients = new Float64Array(order.size)
  let likelihood = start
  for (let turn = 0; turn < mostIterations; turn++) {
    const step = solvePositiveDefinite(likelihood.information, likelihood.gradient)
    if (step === null) return null
    const gain = step.reduce((sum, move, j) => sum + (move * (likelihood.gradient[j] ?? 0)) / 2, 0)
    // A scaled covariate that multiplies the hazard by e²⁰ per standard deviation is on its way to infinity.
    if (coefficients.some((value) => Math.abs(value) > 20)) return null
    if (gain < 1e-12 * (1 + Math.abs(likelihood.value))) return { coefficients, likelihood }
    for (let length = 1; length > 1e-6; length /= 2) {
      const next = coefficients.map((value, j) => value + length * (step[j] ?? 0))
      const there = coxPartialLikelihood(order, next)
      if (!(there.value >= likelihood.value)) continue
      coefficients = next
      likelihood = there
      break
    }
  }
  return null
}
