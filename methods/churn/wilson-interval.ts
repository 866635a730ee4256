import { requireInteger } from '../arguments/require-integer.ts'
import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { normalQuantile } from '../special-functions/normal-quantile.ts'
import { requireFraction } from '../special-functions/require-fraction.ts'

export interface ShareInterval {
  readonly lower: number
  readonly upper: number
}

/**
 * Confidence limits of a share by Wilson's score method: never outside 0 and 1, and of use for shares of 0 and 1 too.
 *
 * @param hits how many of the trials
 * @param trials at least as many; of none nothing is known, and the limits are 0 and 1
 * @param options `level`, 0.95 where absent
 * @throws RangeError when a count is negative, not whole, or hits exceed trials, or naming the level out of range
 * Source: Wilson 1927, "Probable inference, the law of succession, and statistical inference".
 * @example
 * Object.values(wilsonInterval(1, 10)).map((limit) => limit.toFixed(4)) // ['0.0179', '0.4042']
 * wilsonInterval(0, 0) // { lower: 0, upper: 1 }
 * wilsonInterval(3, 2) // throws RangeError
 */
export function wilsonInterval(hits: number, trials: number, options: { readonly level?: number } = {}): ShareInterval {
  requireNonNegative('hits', requireInteger('hits', hits))
  requireNonNegative('trials', requireInteger('trials', trials))
  if (hits > trials) throw new RangeError(`hits must not exceed trials ${trials}, got ${hits}`)
  const level = requireFraction('level', options.level ?? 0.95)
  if (trials === 0) return { lower: 0, upper: 1 }
  const z = normalQuantile((1 + level) / 2)
  const share = hits / trials
  const weight = 1 + (z * z) / trials
  const centre = (share + (z * z) / (2 * trials)) / weight
  const half = (z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials))) / weight
  return {
    lower: hits === 0 ? 0 : Math.max(0, centre - half),
    upper: hits === trials ? 1 : Math.min(1, centre + half),
  }
}
