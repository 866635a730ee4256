import { sampleNormal } from '../simulation/sample-normal.ts'
import { seededRandom } from '../simulation/seeded-random.ts'
import { normalQuantile } from '../special-functions/normal-quantile.ts'
import type { EtsFit } from './fit-ets.ts'
import { type EtsState, expectedEts, moveEts } from './run-ets.ts'

/** What is expected step by step, with limits that hold so many of the outcomes if the model is right. */
export interface StepForecast {
  readonly mean: number
  readonly lower80: number
  readonly upper80: number
  readonly lower95: number
  readonly upper95: number
}

const draws = 400

/**
 * What a fitted model expects of the steps to come. Limits are exact where error and season are additive, and from 400
 * paths drawn with a fixed seed elsewhere.
 *
 * @param options `steps`: how many, at least 1
 * @throws RangeError when `steps` is not a whole number of at least 1
 * Source: Hyndman, Koehler, Ord and Snyder 2008, chapter 6.
 * @example
 * forecastEts(fitEts([5, 5, 5, 5, 5, 5], { form: { error: 'additive', trend: 'none', season: 'none' }, period: 1 }), { steps: 2 }).map(({ mean }) => mean.toFixed(4)) // ['5.0000', '5.0000']
 * forecastEts(fitEts([5, 5, 5, 5, 5, 5], { form: { error: 'additive', trend: 'none', season: 'none' }, period: 1 }), { steps: 0 }) // throws RangeError
 */
export function forecastEts(fit: EtsFit, { steps }: { readonly steps: number }): StepForecast[] {
  if (!Number.isInteger(steps) || steps < 1) throw new RangeError(`steps must be at least 1, got ${steps}`)
  const means = path(fit, { steps, errorAt: () => 0 })
  const isLinear = fit.form.error === 'additive' && fit.form.season !== 'multiplicative'
  return isLinear ? exactLimits(fit, means) : drawnLimits(fit, means)
}

function exactLimits(fit: EtsFit, means: Float64Array): StepForecast[] {
  // What an error of 1 in the first step still does later on.
  const moved = path(fit, { steps: means.length, errorAt: (step) => (step === 0 ? 1 : 0) })
  let variance = 0
  return Array.from(means, (mean, step) => {
    const effect = step === 0 ? 1 : (moved[step] ?? 0) - mean
    variance += effect * effect * fit.variance
    return around(mean, Math.sqrt(variance))
  })
}

function around(mean: number, deviation: number): StepForecast {
  const [wide, narrow] = [normalQuantile(0.975) * deviation, normalQuantile(0.9) * deviation]
  return { mean, lower80: mean - narrow, upper80: mean + narrow, lower95: mean - wide, upper95: mean + wide }
}

function drawnLimits(fit: EtsFit, means: Float64Array): StepForecast[] {
  const random = seededRandom(1)
  const deviation = Math.sqrt(fit.variance)
  const paths = Array.from({ length: draws }, () =>
    // A relative error of −1 or less would turn sales negative.
    path(fit, { steps: means.length, errorAt: () => Math.max(-0.99, deviation * sampleNormal(random)), isDrawn: true }),
  )
  return Array.from(means, (mean, step) => {
    const sorted = Float64Array.from(paths, (one) => one[step] ?? mean).sort()
    const at = (share: number): number => sorted[Math.round(share * (draws - 1))] ?? mean
    return { mean, lower80: at(0.1), upper80: at(0.9), lower95: at(0.025), upper95: at(0.975) }
  })
}

/** Expected values along a path of errors; the values themselves where the path is drawn. */
function path(
  fit: EtsFit,
  {
    steps,
    errorAt,
    isDrawn = false,
  }: { readonly steps: number; readonly errorAt: (step: number) => number; readonly isDrawn?: boolean },
): Float64Array {
  const state: EtsState = { ...fit.state, season: Float64Array.from(fit.state.season) }
  const { form, parameters } = fit
  return Float64Array.from({ length: steps }, (_, step) => {
    const expected = expectedEts(state, { form, phi: parameters.phi })
    const error = errorAt(step)
    moveEts(state, error, { form, parameters })
    if (!isDrawn) return expected
    return form.error === 'additive' ? expected + error : expected * (1 + error)
  })
}
