import { requireFiniteValues } from '../arguments/require-finite-values.ts'
import type { EtsForm, EtsParameters } from './ets-form.ts'
import { initialState } from './initial-season.ts'
import { nelderMead } from './nelder-mead.ts'
import { type EtsState, runEts } from './run-ets.ts'

export interface EtsFit {
  readonly form: EtsForm
  readonly parameters: EtsParameters
  /** After the last value. */
  readonly state: EtsState
  /** Variance of the errors: of relative ones where the error is multiplicative. */
  readonly variance: number
  readonly logLikelihood: number
  /** Akaike's criterion with its correction for few values; the smaller, the better. */
  readonly aicc: number
}

const smallest = 1e-4

/**
 * One model of the exponential smoothing family, fitted by maximum likelihood. Seasons begin as the first years show
 * them; smoothing, damping, first level and first trend are searched.
 *
 * @param values one for each step; above 0 where anything is multiplicative
 * @param model `period`: steps in a season
 * @returns null where there are too few values for the model
 * @throws RangeError naming a value that is not finite
 * Source: Hyndman, Koehler, Ord and Snyder 2008, "Forecasting with exponential smoothing".
 * @example
 * fitEts([5, 5, 5, 5, 5, 5], { form: { error: 'additive', trend: 'none', season: 'none' }, period: 1 }).state.level.toFixed(6) // '5.000000'
 * fitEts([5, 6], { form: { error: 'additive', trend: 'none', season: 'none' }, period: 1 }) // null
 * fitEts([NaN], { form: { error: 'additive', trend: 'none', season: 'none' }, period: 1 }) // throws RangeError
 */
export function fitEts(
  values: ArrayLike<number>,
  { form, period }: { readonly form: EtsForm; readonly period: number },
): EtsFit | null {
  requireFiniteValues('values', values)
  const n = values.length
  const [hasTrend, hasSeason] = [form.trend !== 'none', form.season !== 'none']
  const free = 2 + (hasTrend ? 2 : 0) + (form.trend === 'damped' ? 1 : 0) + (hasSeason ? period : 0) + 1
  if (n - free - 1 <= 0 || (hasSeason && n < 2 * period)) return null
  const begin = initialState(values, { period, season: form.season })
  const first = hasTrend ? begin : { ...begin, level: begin.level + begin.trend * 2, trend: 0 }
  const scale = Math.max(Math.abs(begin.level), meanStep(values), 1e-12)
  const read = (point: ArrayLike<number>): EtsParameters => {
    let at = 0
    const next = (): number => point[at++] ?? 0
    const [alpha, level] = [next(), next() * scale]
    const [beta, trend] = hasTrend ? [next(), next() * scale] : [0, 0]
    const phi = form.trend === 'damped' ? next() : 1
    return { alpha, level, beta, trend, phi, gamma: hasSeason ? next() : 0, season: first.season }
  }
  const objective = (point: Float64Array): number => {
    const parameters = read(point)
    if (!isAllowed(parameters, form)) return Number.POSITIVE_INFINITY
    return -runEts(values, { form, parameters }).logLikelihood
  }
  const start = [0.2, first.level / scale]
  const steps = [0.2, 0.1]
  if (hasTrend) {
    start.push(0.02, first.trend / scale)
    steps.push(0.05, 0.02)
  }
  if (form.trend === 'damped') {
    start.push(0.95)
    steps.push(-0.05)
  }
  if (hasSeason) {
    start.push(0.05)
    steps.push(0.1)
  }
  if (!Number.isFinite(objective(Float64Array.from(start)))) return null
  const { point } = nelderMead(objective, { start, steps, mostSteps: 120 * start.length, tolerance: 1e-7 })
  const parameters = read(point)
  const { state, squares, logLikelihood } = runEts(values, { form, parameters })
  const aicc = -2 * logLikelihood + 2 * free + (2 * free * (free + 1)) / (n - free - 1)
  return { form, parameters, state, variance: squares / Math.max(1, n - free + 1), logLikelihood, aicc }
}

function isAllowed({ alpha, beta, gamma, phi }: EtsParameters, form: EtsForm): boolean {
  if (alpha < smallest || alpha > 1 - smallest) return false
  if (form.trend !== 'none' && (beta < 0 || beta > alpha)) return false
  if (form.trend === 'damped' && (phi < 0.8 || phi > 0.98)) return false
  return form.season === 'none' || (gamma >= 0 && gamma <= 1 - alpha)
}

function meanStep(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 1; i < values.length; i++) sum += Math.abs((values[i] ?? 0) - (values[i - 1] ?? 0))
  return sum / Math.max(1, values.length - 1)
}
