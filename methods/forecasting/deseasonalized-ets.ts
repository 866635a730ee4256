import { stl } from '../seasonality/stl.ts'
import { chooseForm } from './choose-ets.ts'
import { forecastEts, type StepForecast } from './forecast-ets.ts'

const trends = ['none', 'additive', 'damped'] as const

/**
 * A forecast with a steady season: the season is taken off by STL, what is left is smoothed without one, and the season of
 * each step put back. Where years are few it finds seasons that exponential smoothing cannot afford yet.
 *
 * @param values two periods or more
 * @param options `period`: steps in a season; `steps`: how many to come
 * @returns null with fewer than two periods
 * @throws RangeError naming a value that is not finite, or an option out of range
 * Source: Hyndman and Athanasopoulos 2021, "Forecasting: principles and practice", section 13.4.
 * @example
 * deseasonalizedEts([1, 3, 1, 3, 1, 3, 1, 3, 1, 3], { period: 2, steps: 2 }).map(({ mean }) => mean.toFixed(3)) // ['1.000', '3.000']
 * deseasonalizedEts([1, 3, 1], { period: 2, steps: 2 }) // null
 * deseasonalizedEts([1, 3, 1, 3], { period: 0, steps: 2 }) // throws RangeError
 */
export function deseasonalizedEts(
  values: ArrayLike<number>,
  { period, steps }: { readonly period: number; readonly steps: number },
): StepForecast[] | null {
  const n = values.length
  if (period >= 2 && n < 2 * period) return null
  // A span longer than any series makes the season the same every year, but for a drift.
  const { seasonal } = stl(values, { period, seasonalSpan: 35 })
  const season = Float64Array.from({ length: period }, (_, step) => {
    const own = seasonal.filter((_value, i) => i % period === step)
    return own.reduce((sum, value) => sum + value, 0) / own.length
  })
  const free = Float64Array.from(values, (value, i) => value - (season[i % period] ?? 0))
  const fit = chooseForm(free, {
    period,
    forms: trends.map((trend) => ({ error: 'additive', trend, season: 'none' })),
  })
  if (fit === null) return null
  return forecastEts(fit, { steps }).map((step, index) => shifted(step, season[(n + index) % period] ?? 0))
}

function shifted({ mean, lower80, upper80, lower95, upper95 }: StepForecast, by: number): StepForecast {
  return {
    mean: mean + by,
    lower80: lower80 + by,
    upper80: upper80 + by,
    lower95: lower95 + by,
    upper95: upper95 + by,
  }
}
