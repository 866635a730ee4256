import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { total } from '../arithmetic/total.ts'

/** One criterion of an account. */
export interface CriterionRank<Name extends string = string> {
  readonly criterion: Name
  /** Not below 0; the weights are rescaled to sum 1. */
  readonly weight: number
  /** Between 0 and 1, as {@link percentileRanks} gives it; null = unknown. */
  readonly percentile: number | null
}

/** An unknown percentile counts as the middle: it neither helps nor harms. */
const percentileOfUnknown = 0.5

/**
 * Weighted sum of an account's percentiles, 0 to 100.
 *
 * An unknown percentile counts as 0.5. A criterion that is known for no account at all must be left out before (see
 * {@link accountScores}): the remaining weights are rescaled to sum 1.
 *
 * @throws RangeError when a weight is negative or not finite, all weights are 0, or a percentile is outside 0..1
 * Source: simple additive weighting, Hwang & Yoon 1981, "Multiple Attribute Decision Making".
 * @example
 * weightedScore([{ criterion: 'value', weight: 3, percentile: 1 }, { criterion: 'growth', weight: 1, percentile: null }]) // 87.5
 * weightedScore([{ criterion: 'value', weight: 0.35, percentile: 0.5 }]) // 50
 * weightedScore([]) // throws RangeError
 */
export function weightedScore(ranks: readonly CriterionRank[]): number {
  const weights = ranks.map(({ criterion, weight }) => requireNonNegative(`weight of ${criterion}`, weight))
  const sum = total(weights)
  if (sum === 0) throw new RangeError(`ranks must have a weight above 0, got ${ranks.length} without`)
  return 100 * total(ranks.map((rank) => (rank.weight / sum) * percentileOf(rank)))
}

function percentileOf({ criterion, percentile }: CriterionRank): number {
  const known = percentile ?? percentileOfUnknown
  if (!(known >= 0 && known <= 1)) throw new RangeError(`percentile of ${criterion} must lie in 0..1, got ${known}`)
  return known
}
