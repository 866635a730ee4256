import { requireNonNegative } from '../arguments/require-non-negative.ts'
import type { SquareMatrix } from '../optimization/cholesky-factor.ts'
import { inversePositiveDefinite } from '../optimization/inverse-positive-definite.ts'
import { solvePositiveDefinite } from '../optimization/solve-positive-definite.ts'
import { logisticLikelihood, type LogisticPoint } from './logistic-likelihood.ts'
import { requireColumns } from './require-columns.ts'
import { standardizedColumns } from './standardized-columns.ts'

/**
 * - `converged`: at the top of the (penalised) likelihood.
 * - `separated`: the covariates tell the outcomes apart without error, or some follow from others, so that coefficients
 *   have no finite best value; give a ridge.
 * - `oneOutcome`: all outcomes are the same; not tried.
 */
export type LogisticVerdict = 'converged' | 'separated' | 'oneOutcome'

export interface LogisticFit {
  readonly verdict: LogisticVerdict
  readonly intercept: number | null
  /** Log odds per unit of each covariate as it came. */
  readonly coefficients: Float64Array | null
  /** Of intercept and coefficients, in this order; with a ridge, of the penalised estimate. */
  readonly standardErrors: Float64Array | null
  readonly logLikelihood: number | null
  /** −2 · logLikelihood, without the penalty. */
  readonly deviance: number | null
}

const mostIterations = 60

/**
 * Fits a logistic regression, with a ridge if wanted, by iteratively reweighted least squares:
 * log(P / (1 − P)) = intercept + β·x, maximising logLikelihood − ridge/2 · Σ (β · deviation)².
 *
 * The penalty is on the coefficients of the standardised columns, so it does not depend on their units; the intercept
 * bears none.
 *
 * @param columns covariates, one column each
 * @param outcomes 0 or 1 per row
 * @param options `ridge`, 0 where absent
 * @throws RangeError naming a bad column, an outcome that is neither 0 nor 1, or a negative ridge
 * Source: Le Cessie and van Houwelingen 1992, "Ridge estimators in logistic regression".
 * @example
 * fitLogistic([Float64Array.of(0, 0, 0, 0, 1, 1, 1, 1)], Uint8Array.of(1, 0, 0, 0, 1, 1, 1, 0)).coefficients[0].toFixed(6) // Math.log(9).toFixed(6)
 * fitLogistic([Float64Array.of(1, 2)], Uint8Array.of(0, 1)).verdict // 'separated'
 * fitLogistic([Float64Array.of(1)], Uint8Array.of(2)) // throws RangeError
 */
export function fitLogistic(
  columns: readonly Float64Array[],
  outcomes: Uint8Array,
  options: { readonly ridge?: number } = {},
): LogisticFit {
  const ridge = requireNonNegative('ridge', options.ridge ?? 0)
  requireColumns(columns, outcomes.length)
  requireOutcomes(outcomes)
  if (!outcomes.includes(1) || !outcomes.includes(0)) return { ...unfitted, verdict: 'oneOutcome' }

  const { scaled, scales, means } = standardizedColumns(columns)
  const found = climb(scaled, outcomes, ridge)
  const inverse = found && inversePositiveDefinite(found.information)
  if (!found || !inverse) return unfitted
  const coefficients = found.point.slice(1).map((value, j) => value / (scales[j] ?? 1))
  const intercept = coefficients.reduce((sum, value, j) => sum - value * (means[j] ?? 0), found.point[0] ?? 0)
  return {
    verdict: 'converged',
    intercept,
    coefficients,
    standardErrors: standardErrorsOf(inverse, scales, means),
    logLikelihood: found.logLikelihood,
    deviance: -2 * found.logLikelihood,
  }
}

const unfitted = {
  verdict: 'separated',
  intercept: null,
  coefficients: null,
  standardErrors: null,
  logLikelihood: null,
  deviance: null,
} as const

function requireOutcomes(outcomes: Uint8Array): void {
  const bad = outcomes.findIndex((outcome) => outcome > 1)
  if (bad !== -1) throw new RangeError(`outcomes[${bad}] must be 0 or 1, got ${outcomes[bad]}`)
}

function climb(columns: readonly Float64Array[], outcomes: Uint8Array, ridge: number): LogisticPoint | null {
  let current = logisticLikelihood(columns, outcomes, { point: new Float64Array(columns.length + 1), ridge })
  for (let turn = 0; turn < mostIterations; turn++) {
    const { point, gradient, information, objective } = current
    const step = solvePositiveDefinite(information, gradient)
    // Scaled coefficients beyond 30 are on their way to infinity.
    if (step === null || point.some((value) => Math.abs(value) > 30)) return null
    const gain = step.reduce((sum, move, j) => sum + (move * (gradient[j] ?? 0)) / 2, 0)
    if (gain < 1e-13 * (1 + Math.abs(objective))) return current
    let length = 1
    let next = current
    do {
      const moved = point.map((value, j) => value + length * (step[j] ?? 0))
      next = logisticLikelihood(columns, outcomes, { point: moved, ridge })
      length /= 2
    } while (!(next.objective >= objective) && length > 1e-8)
    current = next
  }
  return null
}

/** Errors of intercept and coefficients of the columns as they came. */
function standardErrorsOf({ size, values }: SquareMatrix, scales: Float64Array, means: Float64Array): Float64Array {
  const weights = Float64Array.from({ length: size }, (_, j) =>
    j === 0 ? 1 : -(means[j - 1] ?? 0) / (scales[j - 1] ?? 1),
  )
  let variance = 0
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) variance += (weights[i] ?? 0) * (weights[j] ?? 0) * (values[i * size + j] ?? 0)
  }
  const errors = Float64Array.from(scales, (scale, j) => Math.sqrt(values[(j + 1) * (size + 1)] ?? 0) / scale)
  return Float64Array.of(Math.sqrt(variance), ...errors)
}
