import { requireInteger } from '../arguments/require-integer.ts'
import { requirePositive } from '../special-functions/require-positive.ts'
import type { SquareMatrix } from './cholesky-factor.ts'
import { hessianFromGradient } from './hessian-from-gradient.ts'
import { inversePositiveDefinite } from './inverse-positive-definite.ts'
import { type Minimum, minimize, type Objective } from './minimize.ts'
import { solvePositiveDefinite } from './solve-positive-definite.ts'

/** Log-likelihood of positive parameters; writes its derivatives by the parameters into `gradient`. */
export type LogLikelihood = (parameters: Float64Array, gradient: Float64Array) => number

export interface MaximumLikelihood {
  readonly parameters: Float64Array
  readonly logLikelihood: number
  /**
   * True where nothing is left to gain: the next Newton step would add less than 1e-5 to the log-likelihood, or, where the
   * likelihood is flat, the slope would add less than 0.1 over a factor of e³ in any parameter.
   */
  readonly converged: boolean
  /** True where every parameter is determined at least within a factor of e³ either way (one standard error). */
  readonly identified: boolean
  /** Covariance of the logarithms of the parameters; null where the information matrix is singular. */
  readonly logCovariance: SquareMatrix | null
  /** Of the parameters themselves, from the observed information; null where it is singular. */
  readonly standardErrors: Float64Array | null
  /** Observed information of the logarithms per observation: a guide for a search that begins nearby. */
  readonly meanInformation: SquareMatrix
  readonly iterations: number
}

export interface LikelihoodData {
  /** How many stand behind the likelihood; sets the scale of the tolerances. */
  readonly observations: number
  /** `meanInformation` of a fit to similar data whose optimum is the only start: saves most of the search. */
  readonly guide?: SquareMatrix
}

/** Parameters are kept between these; whatever wants to go further has no finite best value. */
const leastParameter = 1e-8
const mostParameter = 1e8
const worstLogError = 3
/** On a ridge the log-likelihood creeps; the rest is left to Newton's method. */
const leastRise = 1e-6
/** Of the largest curvature: below this it is rounding. */
const ridge = 1e-6
/** What the slope may still promise where the top is a ridge: a tenth of what a parameter has to earn. */
const leastSlopeGain = 0.1

/**
 * Maximum-likelihood estimate of positive parameters: BFGS over their logarithms from several starts, the best polished
 * by Newton's method on the observed information.
 *
 * Standard errors are the square roots of the diagonal of the inverse observed information. A parameter that runs away
 * is held at 1e-8 or 1e8 and shows in `identified`.
 *
 * @param logLikelihood total over all observations, with derivatives
 * @param starts at least one vector of positive parameters; tried in this order, ties to the earlier
 * @param data the number of observations, and a guide where there is one
 * @throws RangeError when a start is not positive, there is none, or the likelihood is finite at none of them
 * Source: Nocedal and Wright 2006, "Numerical optimization"; Efron and Hinkley 1978 for the observed information.
 * @example
 * maximizeLikelihood((p, g) => { g[0] = 5 / p[0] - 2; return 5 * Math.log(p[0]) - 2 * p[0] }, [[1]], { observations: 5 }).parameters[0].toFixed(6) // '2.500000'
 * maximizeLikelihood(() => 0, [[-1]], { observations: 5 }) // throws RangeError
 */
export function maximizeLikelihood(
  logLikelihood: LogLikelihood,
  starts: readonly ArrayLike<number>[],
  data: LikelihoodData,
): MaximumLikelihood {
  const observations = Math.max(1, requireInteger('observations', data.observations))
  const objective = onLogScale(logLikelihood, observations)
  const best =
    guidedTo(objective, starts, data) ?? polished(objective, bestOf(objective, starts, observations), observations)

  const covariance = inversePositiveDefinite(best.hessian)
  const logCovariance = covariance && { ...covariance, values: covariance.values.map((value) => value / observations) }
  const parameters = best.point.map(parameterAt)
  const logErrors = parameters.map((_, i) => Math.sqrt(logCovariance?.values[i * (parameters.length + 1)] ?? 0))
  return {
    parameters,
    logLikelihood: -best.value * observations,
    converged: best.gain * observations < 1e-5 || (logCovariance === null && isLevel(best.gradient, observations)),
    identified:
      logCovariance !== null && logErrors.every((error) => error < worstLogError) && parameters.every(isInside),
    logCovariance,
    standardErrors: logCovariance && logErrors.map((error, i) => error * (parameters[i] ?? 0)),
    meanInformation: best.hessian,
    iterations: best.iterations,
  }
}

/** Mean negative log-likelihood as a function of the logarithms; flat beyond the limits. */
function onLogScale(logLikelihood: LogLikelihood, observations: number): Objective {
  return (point, gradient) => {
    const parameters = point.map(parameterAt)
    const value = -logLikelihood(parameters, gradient) / observations
    for (let i = 0; i < point.length; i++) {
      const parameter = parameters[i] ?? 0
      const inside = parameter > leastParameter && parameter < mostParameter
      gradient[i] = inside ? (-(gradient[i] ?? 0) * parameter) / observations : 0
    }
    return value
  }
}

/** Not held at a limit, nor on its way to one. */
function isInside(parameter: number): boolean {
  return parameter > 100 * leastParameter && parameter < mostParameter / 100
}

function parameterAt(logarithm: number): number {
  return Math.min(mostParameter, Math.max(leastParameter, Math.exp(logarithm)))
}

function bestOf(objective: Objective, starts: readonly ArrayLike<number>[], observations: number): Minimum {
  const options = { gradientTolerance: 1e-7, mostIterations: 300, leastFall: leastRise / observations }
  let best: Minimum | undefined
  for (const start of starts) {
    const point = Float64Array.from(start, (parameter, i) => Math.log(requirePositive(`starts[][${i}]`, parameter)))
    if (!Number.isFinite(objective(point, new Float64Array(point.length)))) continue
    const found = minimize(objective, point, options)
    if (best === undefined || found.value < best.value - 1e-12) best = found
  }
  if (best === undefined)
    throw new RangeError(`starts must hold a point of finite likelihood, got ${starts.length} without`)
  return best
}

/** Newton's method, first with the curvature of similar data; null where that does not lead to the top. */
function guidedTo(objective: Objective, starts: readonly ArrayLike<number>[], data: LikelihoodData): Polished | null {
  const { guide, observations } = data
  const [start] = starts
  if (guide === undefined || start === undefined) return null
  const point = Float64Array.from(start, (parameter) => Math.log(parameter))
  const climbed = climb(objective, at(objective, point), { hessian: guide, observations })
  // This near to the top its own curvature does the rest.
  if (!(climbed.gain * observations < 1)) return null
  const top = polished(objective, climbed, observations)
  return top.gain * observations < 1e-7 ? top : null
}

interface Polished extends Minimum {
  readonly hessian: SquareMatrix
  /** What the next Newton step would gain. */
  readonly gain: number
}

function polished(objective: Objective, found: Minimum, observations: number): Polished {
  const hessian = hessianFromGradient(objective, found.point)
  return { ...climb(objective, found, { hessian, observations }), hessian }
}

/** Newton steps with one matrix, until the next would gain nothing or does not help. */
function climb(
  objective: Objective,
  found: Minimum,
  { hessian, observations }: { hessian: SquareMatrix; observations: number },
): Minimum & { readonly gain: number } {
  let current = found
  let gain = Infinity
  for (let turn = 0; turn < 10; turn++) {
    const step = newtonStep(hessian, current.gradient)
    if (step === null) return { ...current, gain: slopeGain(current.gradient) }
    gain = step.reduce((sum, move, i) => sum + (move * (current.gradient[i] ?? 0)) / 2, 0)
    if (gain * observations < 1e-14 || !step.every((move) => Math.abs(move) < 1)) break
    const next = at(
      objective,
      current.point.map((coordinate, i) => coordinate - (step[i] ?? 0)),
    )
    if (!(next.value <= current.value + 1e-15 * Math.abs(current.value))) break
    current = { ...next, iterations: current.iterations + 1 }
  }
  return { ...current, gain }
}

/** Along a ridge the curvature is lost in rounding: a trace of it is put back, so that the other directions are polished. */
function newtonStep(hessian: SquareMatrix, gradient: Float64Array): Float64Array | null {
  const plain = solvePositiveDefinite(hessian, gradient)
  if (plain !== null) return plain
  const { size, values } = hessian
  const isDiagonal = (place: number): boolean => place % (size + 1) === 0
  const most = values.reduce((found, value, place) => (isDiagonal(place) ? Math.max(found, value) : found), 0)
  const lifted = values.map((value, place) => (isDiagonal(place) ? value + ridge * most : value))
  return solvePositiveDefinite({ size, values: lifted }, gradient)
}

function at(objective: Objective, point: Float64Array): Minimum {
  const gradient = new Float64Array(point.length)
  return { point, value: objective(point, gradient), gradient, iterations: 0, stopped: 'gradientVanished' }
}

function isLevel(gradient: Float64Array, observations: number): boolean {
  return slopeGain(gradient) * observations < leastSlopeGain
}

/** What the slope alone promises over three units of a logarithm: on a ridge there is no Newton step. */
function slopeGain(gradient: Float64Array): number {
  return 3 * gradient.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0)
}
