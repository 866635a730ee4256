import type { EtsForm } from './ets-form.ts'
import { type EtsFit, fitEts } from './fit-ets.ts'

const trends = ['none', 'additive', 'damped'] as const

/**
 * The model of the exponential smoothing family with the smallest corrected Akaike criterion. Anything multiplicative is
 * tried only where all values are above 0; seasons from two periods and five values on.
 *
 * @param values one for each step
 * @param options `period`: steps in a season, 1 for none
 * @returns null where there are too few values for any model
 * @throws RangeError naming a value that is not finite
 * Source: Hyndman, Koehler, Snyder and Grose 2002, "A state space framework for automatic forecasting".
 * @example
 * chooseEts([1, 2, 3], { period: 1 }) // null
 * chooseEts([10, 30, 11, 29, 10, 31, 11, 30, 10, 30, 10, 31], { period: 2 }).form.season !== 'none' // true
 * chooseEts([NaN], { period: 1 }) // throws RangeError
 */
export function chooseEts(values: ArrayLike<number>, { period }: { readonly period: number }): EtsFit | null {
  const isPositive = Array.from(values).every((value) => !(value <= 0))
  return chooseForm(values, { period, forms: forms({ isPositive, isSeasonal: period > 1 }) })
}

/**
 * The best of some models by the same criterion.
 *
 * @example
 * chooseForm([1, 2, 3], { period: 1, forms: [] }) // null
 */
export function chooseForm(
  values: ArrayLike<number>,
  { period, forms: tried }: { readonly period: number; readonly forms: readonly EtsForm[] },
): EtsFit | null {
  let best: EtsFit | null = null
  for (const form of tried) {
    const fit = fitEts(values, { form, period })
    if (fit !== null && Number.isFinite(fit.aicc) && (best === null || fit.aicc < best.aicc)) best = fit
  }
  return best
}

function forms({ isPositive, isSeasonal }: { isPositive: boolean; isSeasonal: boolean }): EtsForm[] {
  return trends.flatMap((trend): EtsForm[] => [
    { error: 'additive', trend, season: 'none' },
    ...(isSeasonal ? [{ error: 'additive', trend, season: 'additive' } as const] : []),
    ...(isPositive ? [{ error: 'multiplicative', trend, season: 'none' } as const] : []),
    // Multiplicative seasons with an additive error would grow without bounds near zero.
    ...(isPositive && isSeasonal ? [{ error: 'multiplicative', trend, season: 'multiplicative' } as const] : []),
  ])
}
