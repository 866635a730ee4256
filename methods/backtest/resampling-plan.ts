import { ascendingOrder } from '../scoring/ascending-order.ts'
import type { RankedOutcomes } from './ranked-outcomes.ts'
import { type RankSegments, rankSegments } from './rank-segments.ts'

/**
 * A population as a bootstrap needs it: cells of accounts that lie in the same segment of every ranking, so that only the
 * number of draws and the sum of a cell matter.
 */
export interface ResamplingPlan {
  readonly accounts: number
  readonly cells: number
  /** Outcomes of the accounts that are drawn one by one, cell after cell, and one past the last of each cell. */
  readonly single: { readonly outcomes: Float64Array; readonly cellEnds: Uint32Array }
  /** Accounts of one cell with the same outcome, drawn together. */
  readonly alike: readonly { readonly cell: number; readonly outcome: number; readonly accounts: number }[]
  /** Per ranking: the segment of each cell, and how many segments there are. */
  readonly segments: readonly { readonly ofCell: Uint32Array; readonly count: number }[]
}

/** From so many accounts on, one draw for all is quicker than one for each. */
const fewestAlike = 16

/**
 * Prepares bootstrap replicates of several rankings of the same accounts.
 *
 * @param rankings see `rankedOutcomes`
 * @param top accounts taken of the population at hand
 * @example
 * resamplingPlan([rankedOutcomes([2, 1], [7, 8])], 1).single // { outcomes: Float64Array.of(7, 8), cellEnds: Uint32Array.of(1, 2) }
 */
export function resamplingPlan(rankings: readonly RankedOutcomes[], top: number): ResamplingPlan {
  const outcomes = byAccount(rankings[0])
  const segments = rankings.map((ranked) => rankSegments(ranked, top))
  let order = ascendingOrder(outcomes)
  for (const { ofAccount } of segments) order = ascendingOrder(ofAccount, order)

  const firsts = cellFirsts(order, segments)
  const single = { outcomes: new Float64Array(order.length), cellEnds: new Uint32Array(firsts.length) }
  const alike: ResamplingPlan['alike'][number][] = []
  let singles = 0
  firsts.forEach((first, cell) => {
    const end = firsts[cell + 1] ?? order.length
    for (let from = first; from < end;) {
      const outcome = outcomes[order[from] ?? 0] ?? 0
      let to = from + 1
      while (to < end && outcomes[order[to] ?? 0] === outcome) to++
      if (to - from >= fewestAlike) alike.push({ cell, outcome, accounts: to - from })
      else for (; from < to; from++) single.outcomes[singles++] = outcome
      from = to
    }
    single.cellEnds[cell] = singles
  })
  return {
    accounts: order.length,
    cells: firsts.length,
    single: { ...single, outcomes: single.outcomes.slice(0, singles) },
    alike,
    segments: segments.map(({ ofAccount, count }) => ({
      ofCell: Uint32Array.from(firsts, (first) => ofAccount[order[first] ?? 0] ?? 0),
      count,
    })),
  }
}

function byAccount(ranked: RankedOutcomes | undefined): Float64Array {
  const outcomes = new Float64Array(ranked?.order.length ?? 0)
  ranked?.order.forEach((account, place) => (outcomes[account] = ranked.outcomes[place] ?? 0))
  return outcomes
}

/** The first place of each cell in an order in which the accounts of a cell stand together. */
function cellFirsts(order: Uint32Array, segments: readonly RankSegments[]): number[] {
  const firsts = order.length === 0 ? [] : [0]
  for (let place = 1; place < order.length; place++) {
    const account = order[place] ?? 0
    const before = order[place - 1] ?? 0
    for (const { ofAccount } of segments) {
      if (ofAccount[account] === ofAccount[before]) continue
      firsts.push(place)
      break
    }
  }
  return firsts
}
