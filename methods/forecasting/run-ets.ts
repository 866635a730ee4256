import type { EtsForm, EtsParameters } from './ets-form.ts'

/** Where a model stands after some values. */
export interface EtsState {
  level: number
  trend: number
  /** Seasons of the next steps; `at` is the one that comes first. */
  readonly season: Float64Array
  at: number
}

export interface EtsRun {
  readonly state: EtsState
  /** Sum of the squared errors: relative ones where the error is multiplicative. */
  readonly squares: number
  /** Sum of log |expected value|; 0 where the error is additive. */
  readonly logScale: number
  /** NaN where the model broke down on the way. */
  readonly logLikelihood: number
}

/**
 * The state before the first value.
 *
 * @example
 * startEts({ alpha: 0.5, beta: 0, gamma: 0, phi: 1, level: 3, trend: 0, season: [] }).level // 3
 */
export function startEts({ level, trend, season }: EtsParameters): EtsState {
  return { level, trend, season: Float64Array.from(season), at: 0 }
}

/**
 * What a model expects next.
 *
 * @example
 * expectedEts(startEts({ alpha: 0.5, beta: 0, gamma: 0, phi: 1, level: 3, trend: 1, season: [] }), { form: { error: 'additive', trend: 'additive', season: 'none' }, phi: 1 }) // 4
 */
export function expectedEts(state: EtsState, { form, phi }: { readonly form: EtsForm; readonly phi: number }): number {
  const base = state.level + phi * state.trend
  if (form.season === 'none') return base
  const season = state.season[state.at] ?? 0
  return form.season === 'additive' ? base + season : base * season
}

/**
 * Moves a state by an error: additive, or relative where the model's error is multiplicative.
 *
 * @example
 * moveEts(startEts({ alpha: 0.5, beta: 0, gamma: 0, phi: 1, level: 3, trend: 0, season: [] }), 2, { form: { error: 'additive', trend: 'none', season: 'none' }, parameters: { alpha: 0.5, beta: 0, gamma: 0, phi: 1 } }).level // 4
 */
export function moveEts(
  state: EtsState,
  error: number,
  model: { readonly form: EtsForm; readonly parameters: Pick<EtsParameters, 'alpha' | 'beta' | 'gamma' | 'phi'> },
): EtsState {
  const { form, parameters } = model
  const { alpha, beta, gamma, phi } = parameters
  const carried = phi * state.trend
  const base = state.level + carried
  const season = state.season[state.at] ?? 0
  const absolute = form.error === 'additive' ? error : error * expectedEts(state, { form, phi })
  const ofLevel = form.season === 'multiplicative' ? absolute / season : absolute
  state.level = base + alpha * ofLevel
  state.trend = carried + beta * ofLevel
  if (form.season !== 'none') {
    state.season[state.at] = season + gamma * (form.season === 'multiplicative' ? absolute / base : absolute)
    state.at = (state.at + 1) % state.season.length
  }
  return state
}

/**
 * Runs a model over a series and says how likely it makes it, errors being normal with one variance.
 *
 * @param values one for each step
 * Source: Hyndman, Koehler, Ord and Snyder 2008, "Forecasting with exponential smoothing", table 2.3 and equation 5.3.
 * @example
 * runEts([3, 5], { form: { error: 'additive', trend: 'none', season: 'none' }, parameters: { alpha: 0.5, beta: 0, gamma: 0, phi: 1, level: 3, trend: 0, season: [] } }).squares // 4
 */
export function runEts(
  values: ArrayLike<number>,
  { form, parameters }: { readonly form: EtsForm; readonly parameters: EtsParameters },
): EtsRun {
  const state = startEts(parameters)
  const isRelative = form.error === 'multiplicative'
  const model = { form, parameters }
  let [squares, logScale] = [0, 0]
  for (let i = 0; i < values.length; i++) {
    const expected = expectedEts(state, { form, phi: parameters.phi })
    const error = isRelative ? ((values[i] ?? 0) - expected) / expected : (values[i] ?? 0) - expected
    squares += error * error
    if (isRelative) logScale += Math.log(expected)
    moveEts(state, error, model)
  }
  const n = values.length
  // A series that is met exactly would be infinitely likely.
  const variance = Math.max(squares / n, 1e-300)
  const logLikelihood = (-n / 2) * (Math.log(2 * Math.PI * variance) + 1) - logScale
  return { state, squares, logScale, logLikelihood }
}
