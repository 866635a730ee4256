import type { StepForecast } from './forecast-ets.ts'

/** How one way of forecasting did on the past. */
export interface RollingAccuracy {
  readonly origins: number
  /** Steps forecast and seen. */
  readonly forecasts: number
  readonly meanAbsoluteError: number
  /** Mean absolute error by that of the last season's values within the first series: below 1 beats them there. */
  readonly scaledError: number
  /** Share of what came that lay within the 80 % limits. */
  readonly coverage80: number
}

export interface RollingOptions {
  /** Steps in a season. */
  readonly period: number
  /** Steps to forecast from each origin. */
  readonly steps: number
  /** First number of values that a forecast is made from. */
  readonly from: number
  /** Steps from one origin to the next; 1 where absent. */
  readonly every?: number
}

/**
 * Forecasts from past origins, each with nothing but the values before it, compared with what came.
 *
 * @param values one for each step
 * @param options `forecast`: null where it cannot be made from so few values; such an origin is left out
 * @returns null where there was no origin
 * @throws RangeError when an option is below 1
 * Source: Tashman 2000, "Out-of-sample tests of forecasting accuracy"; Hyndman and Koehler 2006 for the scaled error.
 * @example
 * rollingOrigin([1, 2, 1, 2, 1, 2], { period: 2, steps: 1, from: 4, forecast: (past) => seasonalNaive(past, { period: 2, steps: 1 }) }).meanAbsoluteError // 0
 * rollingOrigin([1], { period: 2, steps: 1, from: 4, forecast: () => null }) // null
 * rollingOrigin([1], { period: 2, steps: 0, from: 4, forecast: () => null }) // throws RangeError
 */
export function rollingOrigin(
  values: ArrayLike<number>,
  options: RollingOptions & { readonly forecast: (past: Float64Array) => readonly StepForecast[] | null },
): RollingAccuracy | null {
  const { period, steps, from, every = 1, forecast } = options
  for (const [name, value] of Object.entries({ period, steps, from, every })) {
    if (!(value >= 1)) throw new RangeError(`${name} must be at least 1, got ${value}`)
  }
  const all = Float64Array.from(values)
  let [origins, forecasts, error, covered] = [0, 0, 0, 0]
  for (let origin = from; origin < all.length; origin += every) {
    const ahead = forecast(all.subarray(0, origin))
    if (ahead === null) continue
    origins++
    for (let step = 0; step < steps && origin + step < all.length; step++) {
      const expected = ahead[step]
      if (expected === undefined) break
      const seen = all[origin + step] ?? 0
      forecasts++
      error += Math.abs(seen - expected.mean)
      covered += Number(seen >= expected.lower80 && seen <= expected.upper80)
    }
  }
  if (forecasts === 0) return null
  const meanAbsoluteError = error / forecasts
  const scale = naiveError(all.subarray(0, from), period)
  return {
    origins,
    forecasts,
    meanAbsoluteError,
    scaledError: scale === 0 ? (meanAbsoluteError === 0 ? 0 : Number.POSITIVE_INFINITY) : meanAbsoluteError / scale,
    coverage80: covered / forecasts,
  }
}

function naiveError(values: Float64Array, period: number): number {
  const lag = values.length > period ? period : 1
  let sum = 0
  for (let i = lag; i < values.length; i++) sum += Math.abs((values[i] ?? 0) - (values[i - lag] ?? 0))
  return sum / Math.max(1, values.length - lag)
}
