import { normalQuantile } from '../special-functions/normal-quantile.ts'
import type { StepForecast } from './forecast-ets.ts'

/**
 * The rule that a forecast has to beat: what was a season ago comes again. Limits from how far that was off so far.
 *
 * @param values at least one period
 * @param options `period`: steps in a season; `steps`: how many to come
 * @throws RangeError when there is less than a period, or `steps` is below 1
 * @example
 * seasonalNaive([1, 2, 1, 4], { period: 2, steps: 3 }).map(({ mean }) => mean) // [1, 4, 1]
 * seasonalNaive([1], { period: 2, steps: 1 }) // throws RangeError
 */
export function seasonalNaive(
  values: ArrayLike<number>,
  { period, steps }: { readonly period: number; readonly steps: number },
): StepForecast[] {
  const n = values.length
  if (n < period) throw new RangeError(`values must span a period of ${period}, got ${n}`)
  if (!Number.isInteger(steps) || steps < 1) throw new RangeError(`steps must be at least 1, got ${steps}`)
  let squares = 0
  for (let i = period; i < n; i++) squares += ((values[i] ?? 0) - (values[i - period] ?? 0)) ** 2
  const variance = n > period ? squares / (n - period) : 0
  return Array.from({ length: steps }, (_, step) => {
    const mean = values[n - period + (step % period)] ?? 0
    const deviation = Math.sqrt(variance * (Math.floor(step / period) + 1))
    const [wide, narrow] = [normalQuantile(0.975) * deviation, normalQuantile(0.9) * deviation]
    return { mean, lower80: mean - narrow, upper80: mean + narrow, lower95: mean - wide, upper95: mean + wide }
  })
}
