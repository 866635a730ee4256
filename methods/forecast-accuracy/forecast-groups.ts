import { requireInteger } from '../arguments/require-integer.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'

/** Customers of similar forecasts, and what became of them. */
export interface ForecastGroup {
  readonly customers: number
  /** Means per customer. */
  readonly expected: number
  readonly actual: number
}

/**
 * Forecast and outcome by groups of equal size, lowest forecasts first: a forecast is calibrated where both agree.
 *
 * Customers of equal forecasts stand in the order of the input.
 *
 * @param forecast one per customer, finite
 * @param actual in the same order
 * @param options `groups`: how many, 10 where absent; fewer where there are fewer customers
 * @throws RangeError when the columns differ in length or the number of groups is not a whole number above 0
 * @example
 * forecastGroups([1, 2, 3, 4], [0, 2, 3, 7], { groups: 2 }) // [{ customers: 2, expected: 1.5, actual: 1 }, { customers: 2, expected: 3.5, actual: 5 }]
 * forecastGroups([1], [1], { groups: 0 }) // throws RangeError
 */
export function forecastGroups(
  forecast: ArrayLike<number>,
  actual: ArrayLike<number>,
  options: { readonly groups?: number } = {},
): ForecastGroup[] {
  requireSameLength('actual', { expected: forecast.length, actual: actual.length })
  const wanted = requireInteger('groups', options.groups ?? 10)
  if (wanted < 1) throw new RangeError(`groups must be above 0, got ${wanted}`)
  const order = Uint32Array.from({ length: forecast.length }, (_, i) => i).sort(
    (a, b) => (forecast[a] ?? 0) - (forecast[b] ?? 0) || a - b,
  )
  const count = Math.min(wanted, order.length)
  return Array.from({ length: count }, (_, group) => {
    const from = Math.floor((group * order.length) / count)
    const members = order.subarray(from, Math.floor(((group + 1) * order.length) / count))
    let expected = 0
    let came = 0
    for (const member of members) {
      expected += forecast[member] ?? 0
      came += actual[member] ?? 0
    }
    return { customers: members.length, expected: expected / members.length, actual: came / members.length }
  })
}
