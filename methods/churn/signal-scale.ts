import { requireNonNegativeValues } from '../arguments/require-non-negative-values.ts'
import { requirePositive } from '../special-functions/require-positive.ts'

export interface PastDeviations {
  /** Deviations of accounts that left afterwards. */
  readonly left: Float64Array
  /** Deviations, at the same days, of accounts that stayed. */
  readonly stayed: Float64Array
}

/** Fewer leavers than this that showed a signal say nothing about how far leavers go. */
const fewestLeavers = 20

/**
 * What counts as 1 on the common scale of signals: as far as accounts that left had typically gone.
 *
 * The median deviation of the leavers that showed any, but not less than three quarters of all that stayed had gone: what
 * is common among those who stay is no alarm.
 *
 * @param past deviations at earlier days; nothing later than what was known when they are used
 * @param options `fallback`: the scale where fewer than 20 leavers showed the signal
 * @returns above 0
 * @throws RangeError naming a deviation that is negative or not finite, or a fallback not above 0
 * Source: the definition of this product.
 * @example
 * signalScale({ left: Float64Array.of(3), stayed: Float64Array.of(0) }, { fallback: 2 }) // 2
 * signalScale({ left: new Float64Array(20).fill(3), stayed: Float64Array.of(0, 0, 1, 1) }, { fallback: 2 }) // 3
 * signalScale({ left: new Float64Array(20).fill(3), stayed: Float64Array.of(9, 9, 9) }, { fallback: 2 }) // 9
 * signalScale({ left: Float64Array.of(-1), stayed: Float64Array.of() }, { fallback: 2 }) // throws RangeError
 */
export function signalScale({ left, stayed }: PastDeviations, options: { readonly fallback: number }): number {
  requireNonNegativeValues('left', left)
  requireNonNegativeValues('stayed', stayed)
  const fallback = requirePositive('fallback', options.fallback)
  const shown = left.filter((deviation) => deviation > 0).sort()
  if (shown.length < fewestLeavers) return fallback
  const typical = shown[Math.floor(shown.length / 2)] ?? fallback
  const common = stayed.toSorted()[Math.floor((stayed.length * 3) / 4)] ?? 0
  return Math.max(typical, common)
}
