import { inversePositiveDefinite } from '../optimization/inverse-positive-definite.ts'
import type { SquareMatrix } from '../optimization/cholesky-factor.ts'
import { hessianFromGradient } from '../optimization/hessian-from-gradient.ts'
import { minimize, type Objective } from '../optimization/minimize.ts'
import { requireColumns } from '../regression/require-columns.ts'
import { standardizedColumns } from '../regression/standardized-columns.ts'
import { requireSurvivalData, type SurvivalData } from './survival-data.ts'

/**
 * - `converged`: at the top of the likelihood.
 * - `notIdentified`: the information is singular: covariates follow from others, or all events came at one time.
 * - `noEvents`: nobody had the event; not tried.
 */
export type WeibullVerdict = 'converged' | 'notIdentified' | 'noEvents'

export interface WeibullFit {
  readonly verdict: WeibullVerdict
  /** Above 1: the risk rises with time; below: it falls. */
  readonly shape: number | null
  /** Logarithm of the scale of a subject whose covariates are all 0. */
  readonly intercept: number | null
  /** Accelerated failure time: log time per unit of each covariate; e to it multiplies every duration. */
  readonly coefficients: Float64Array | null
  /** Proportional hazards: log hazard per unit of each covariate, −shape · coefficient. */
  readonly hazardCoefficients: Float64Array | null
  /** Of intercept, coefficients and log shape, in this order; null where not identified. */
  readonly standardErrors: Float64Array | null
  readonly covariance: SquareMatrix | null
  readonly logLikelihood: number | null
}

/**
 * Fits the Weibull regression: S(t | x) = exp(−(t / λ)^shape), log λ = intercept + β·x.
 *
 * It is at once an accelerated-failure-time and a proportional-hazards model. A subject that was lost at time 0 says
 * nothing and is passed over.
 *
 * @param data durations and events; every event after time 0
 * @param columns covariates, one column each; none for a plain Weibull distribution
 * @throws RangeError as {@link requireSurvivalData}, naming a bad column, or an event at time 0
 * Source: Kalbfleisch and Prentice 2002, "The statistical analysis of failure time data", 3.5.
 * @example
 * fitWeibull({ durations: Float64Array.of(1, 2, 3), events: Uint8Array.of(0, 0, 0) }, []).verdict // 'noEvents'
 * fitWeibull({ durations: Float64Array.of(0), events: Uint8Array.of(1) }, []) // throws RangeError
 */
export function fitWeibull(data: SurvivalData, columns: readonly Float64Array[]): WeibullFit {
  requireSurvivalData(data)
  requireColumns(columns, data.durations.length)
  const early = data.durations.findIndex((duration, row) => duration === 0 && data.events[row] === 1)
  if (early !== -1) throw new RangeError(`durations[${early}] must be above 0 where the event was seen, got 0`)
  if (!data.events.includes(1)) return { ...unidentified, verdict: 'noEvents' }

  const { scaled, scales, means } = standardizedColumns(columns)
  const subjects = Math.max(1, data.durations.length)
  const objective = weibullObjective(data, scaled)
  const exposure = data.durations.reduce((sum, duration) => sum + duration, 0)
  const rate = data.events.reduce((sum, event) => sum + event, 0) / exposure
  const start = [-Math.log(rate), ...columns.map(() => 0), 0]
  const found = minimize(objective, start, { gradientTolerance: 1e-8 })
  const inverse = inversePositiveDefinite(hessianFromGradient(objective, found.point))
  const logShape = found.point.at(-1) ?? 0
  if (inverse === null || Math.abs(logShape) > 10) return unidentified

  const size = columns.length + 2
  const back = backTransform(size, scales, means)
  const original = multiply(back, found.point, size)
  const covariance = { size, values: sandwich(back, inverse.values, size).map((value) => value / subjects) }
  const shape = Math.exp(logShape)
  const coefficients = original.slice(1, -1)
  return {
    verdict: 'converged',
    shape,
    intercept: original[0] ?? 0,
    coefficients,
    hazardCoefficients: coefficients.map((value) => -shape * value),
    standardErrors: original.map((_, j) => Math.sqrt(Math.max(0, covariance.values[j * (size + 1)] ?? 0))),
    covariance,
    logLikelihood: -found.value * subjects,
  }
}

const unidentified = {
  verdict: 'notIdentified',
  shape: null,
  intercept: null,
  coefficients: null,
  hazardCoefficients: null,
  standardErrors: null,
  covariance: null,
  logLikelihood: null,
} as const

/** Mean negative log-likelihood by intercept, coefficients of the scaled columns and log shape. */
function weibullObjective({ durations, events }: SurvivalData, columns: readonly Float64Array[]): Objective {
  const logTimes = durations.map((duration) => Math.log(duration))
  const subjects = Math.max(1, durations.length)
  const last = columns.length + 1
  return (point, gradient) => {
    const shape = Math.exp(point[last] ?? 0)
    let value = 0
    gradient.fill(0)
    for (let row = 0; row < durations.length; row++) {
      const logTime = logTimes[row] ?? 0
      if (logTime === -Infinity) continue
      let logScale = point[0] ?? 0
      for (let j = 0; j < columns.length; j++) logScale += (columns[j]?.[row] ?? 0) * (point[j + 1] ?? 0)
      const event = events[row] ?? 0
      const z = shape * (logTime - logScale)
      const hazard = Math.exp(z)
      value += event * (Math.log(shape) - logTime + z) - hazard
      const byScale = ((hazard - event) * shape) / subjects
      gradient[0] = (gradient[0] ?? 0) - byScale
      for (let j = 0; j < columns.length; j++) {
        gradient[j + 1] = (gradient[j + 1] ?? 0) - byScale * (columns[j]?.[row] ?? 0)
      }
      gradient[last] = (gradient[last] ?? 0) - (event * (1 + z) - hazard * z) / subjects
    }
    return -value / subjects
  }
}

/** The matrix that turns intercept, scaled coefficients and log shape into those of the columns as they came. */
function backTransform(size: number, scales: Float64Array, means: Float64Array): Float64Array {
  const back = new Float64Array(size * size)
  for (let j = 0; j < size; j++) back[j * (size + 1)] = 1
  scales.forEach((scale, j) => {
    back[(j + 1) * (size + 1)] = 1 / scale
    back[j + 1] = -(means[j] ?? 0) / scale
  })
  return back
}

function multiply(matrix: Float64Array, vector: Float64Array, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, i) =>
    vector.reduce((sum, value, j) => sum + (matrix[i * size + j] ?? 0) * value, 0),
  )
}

/** B Σ Bᵀ */
function sandwich(back: Float64Array, inner: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size)
  for (let column = 0; column < size; column++) {
    const half = multiply(
      back,
      Float64Array.from({ length: size }, (_, i) => inner[i * size + column] ?? 0),
      size,
    )
    half.forEach((value, row) => {
      for (let k = 0; k < size; k++) {
        result[row * size + k] = (result[row * size + k] ?? 0) + value * (back[k * size + column] ?? 0)
      }
    })
  }
  return result
}
