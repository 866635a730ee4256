import { requireNonNegative } from '../arguments/require-non-negative.ts'
import type { RankedOutcomes } from './ranked-outcomes.ts'

/**
 * Outcome of the first accounts of a ranking; of a group of equal scores that is taken in part, its mean for each.
 *
 * @param ranked see `rankedOutcomes`
 * @param top how many accounts are taken, all where there are fewer; need not be a whole number
 * @throws RangeError when `top` is negative or not finite
 * @example
 * capturedOutcome(rankedOutcomes([1, 2, 2], [10, 20, 40]), 1) // 30
 * capturedOutcome(rankedOutcomes([1, 2, 2], [10, 20, 40]), 9) // 70
 * capturedOutcome(rankedOutcomes([1], [1]), -1) // throws RangeError
 */
export function capturedOutcome({ outcomes, groupEnds }: RankedOutcomes, top: number): number {
  requireNonNegative('top', top)
  let captured = 0
  let first = 0
  for (const end of groupEnds) {
    if (first >= top) break
    let sum = 0
    for (let i = first; i < end; i++) sum += outcomes[i] ?? 0
    captured += sum * Math.min(1, (top - first) / (end - first))
    first = end
  }
  return captured
}
