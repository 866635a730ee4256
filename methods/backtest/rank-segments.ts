import type { RankedOutcomes } from './ranked-outcomes.ts'

/** A ranking cut into stretches that a replicate takes or leaves as a whole, but for one of them. */
export interface RankSegments {
  /** Of every account: 0 = certainly taken, the last = certainly not, between them one for each group of equal scores. */
  readonly ofAccount: Float64Array
  readonly count: number
}

/** Standard deviations around the last place taken within which a replicate may end, and places more for small numbers. */
const deviations = 7
const morePlaces = 32

/**
 * Segments of a ranking of which a bootstrap replicate takes the first top / n.
 *
 * Where the replicate ends varies by √(top · (1 − top / n)) places. Only places within seven of these and 32 more are kept
 * apart: that a replicate ends beyond them has a probability below 1e-11, and then the segment that it ends in counts as a
 * group of equal scores.
 *
 * @param ranked see `rankedOutcomes`
 * @param top accounts taken of the population at hand, all where there are fewer
 * @example
 * [...rankSegments(rankedOutcomes([1, 2, 2], [10, 20, 40]), 1).ofAccount] // [2, 1, 1]
 */
export function rankSegments({ order, groupEnds }: RankedOutcomes, top: number): RankSegments {
  const accounts = order.length
  const taken = Math.min(top, accounts)
  const reach = deviations * Math.sqrt(taken * (1 - taken / accounts)) + morePlaces
  const ofAccount = new Float64Array(accounts)
  let segment = 0
  let first = 0
  for (const end of groupEnds) {
    if (end > taken - reach && first < taken + reach) segment++
    else if (first >= taken + reach) break
    for (let place = first; place < end; place++) ofAccount[order[place] ?? 0] = segment
    first = end
  }
  for (let place = first; place < accounts; place++) ofAccount[order[place] ?? 0] = segment + 1
  return { ofAccount, count: segment + 2 }
}
