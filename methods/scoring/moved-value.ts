import { countLower } from '../ranking/count-lower.ts'
import { countNotAbove } from '../ranking/count-not-above.ts'
import type { FittedNormalization } from './normalization-rule.ts'
import { normalizedValue } from './normalized-value.ts'

/**
 * The value, 0 (worst) to 1 (best), that an account of the population gets when its own figure moves and nobody else's does.
 *
 * A percentile is what ranking everybody anew would give: the account is no longer where it was, and stands in the middle of
 * those it meets. Nobody else's percentile gets better by a move for the better. Of the other rules the parameters stay as
 * they were fitted.
 *
 * @param figure that it moves to; NaN = unknown
 * @param from the figure it has now; where nobody in the population has it, the population stays as it is
 * @returns as {@link normalizedValue} where the figure does not move
 * @example
 * movedValue(3, { from: 1, fitted: fitNormalization([1, 2, 3, 4], { method: 'percentile' }) }) // 0.5
 * normalizedValue(3, fitNormalization([1, 2, 3, 4], { method: 'percentile' })) // 0.625
 */
export function movedValue(
  figure: number,
  { from, fitted }: { readonly from: number; readonly fitted: FittedNormalization },
): number {
  if (fitted.method !== 'percentile' || Number.isNaN(figure)) return normalizedValue(figure, fitted)
  const { sorted, caps, direction } = fitted
  const capped = (each: number): number => (caps === null ? each : Math.min(caps.high, Math.max(caps.low, each)))
  const [now, next] = [capped(from), capped(figure)]
  const isOneOfThem = countNotAbove(sorted, now) > countLower(sorted, now)
  if (!isOneOfThem || now === next) return normalizedValue(figure, fitted)
  // Its old figure counted as a whole one below, or as none; itself it is half a one.
  const twice = countLower(sorted, next) + countNotAbove(sorted, next) + (next > now ? -1 : 1)
  const rank = twice / (2 * sorted.length)
  return direction === 'lower' ? 1 - rank : rank
}
