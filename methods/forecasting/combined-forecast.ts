import type { StepForecast } from './forecast-ets.ts'

/**
 * The mean of several forecasts, step by step, limits likewise. Means of forecasts that err in different ways err less than
 * most of them, and no weights need to be learnt from a short past.
 *
 * @param forecasts one at least, all of as many steps
 * @throws RangeError when there is none
 * Source: Bates and Granger 1969, "The combination of forecasts"; for limits, Lichtendahl, Grushka-Cockayne and Winkler 2013.
 * @example
 * combinedForecast([seasonalNaive([1, 2], { period: 2, steps: 1 }), seasonalNaive([3, 2], { period: 2, steps: 1 })])[0].mean // 2
 * combinedForecast([]) // throws RangeError
 */
export function combinedForecast(forecasts: readonly (readonly StepForecast[])[]): StepForecast[] {
  const [first] = forecasts
  if (first === undefined) throw new RangeError('forecasts must be one at least, got none')
  return first.map((_, step) => {
    const mean = (figure: (one: StepForecast) => number): number =>
      forecasts.reduce((sum, forecast) => sum + (forecast[step] === undefined ? 0 : figure(forecast[step])), 0) /
      forecasts.length
    return {
      mean: mean((one) => one.mean),
      lower80: mean((one) => one.lower80),
      upper80: mean((one) => one.upper80),
      lower95: mean((one) => one.lower95),
      upper95: mean((one) => one.upper95),
    }
  })
}
