import { requireFiniteValues } from '../arguments/require-finite-values.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import { sortedFigures } from '../scoring/sorted-figures.ts'

/** Outcomes in the order of a ranking, with the groups of equal scores. */
export interface RankedOutcomes {
  /** Positions of the accounts, best first; those without a score last. */
  readonly order: Uint32Array
  /** Outcome of each place. */
  readonly outcomes: Float64Array
  /** One past the last place of each group of equal scores, ascending. */
  readonly groupEnds: Uint32Array
}

/**
 * Outcomes in the order in which a ranking would have taken the accounts. Accounts of equal score form a group, of which
 * back-tests take the average, so that no order within it flatters the ranking.
 *
 * @param scores higher = better; NaN = unknown, all in one last group
 * @param outcomes what came of each account afterwards: profit, revenue, 0 or 1; may be negative
 * @throws RangeError when the columns differ in length or an outcome is not finite
 * @example
 * [...rankedOutcomes([1, NaN, 5, 5], [10, 20, 30, 40]).outcomes] // [30, 40, 10, 20]
 * [...rankedOutcomes([1, NaN, 5, 5], [10, 20, 30, 40]).groupEnds] // [2, 3, 4]
 * rankedOutcomes([1], [Infinity]) // throws RangeError
 */
export function rankedOutcomes(scores: ArrayLike<number>, outcomes: ArrayLike<number>): RankedOutcomes {
  requireSameLength('outcomes', { expected: scores.length, actual: outcomes.length })
  requireFiniteValues('outcomes', outcomes)
  // Largest first; unknown scores behind every known one.
  const keys = new Float64Array(scores.length)
  for (let i = 0; i < keys.length; i++) {
    const score = scores[i] ?? Number.NaN
    keys[i] = Number.isNaN(score) ? Infinity : -score
  }
  const { order, sorted } = sortedFigures(keys)
  const ranked = new Float64Array(order.length)
  const ends: number[] = []
  for (let i = 0; i < ranked.length; i++) {
    ranked[i] = outcomes[order[i] ?? 0] ?? 0
    if (sorted[i] !== sorted[i + 1]) ends.push(i + 1)
  }
  return { order, outcomes: ranked, groupEnds: Uint32Array.from(ends) }
}
