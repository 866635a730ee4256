import { filledColumns } from '@vitalfew/methods/sensitivity/filled-columns.ts'
import { type RankReversal, rankReversals } from '@vitalfew/methods/sensitivity/rank-reversals.ts'
import type { ScoredModel } from '../scoring/score-model.ts'
import type { TierLine } from './near-lines.ts'

export interface LineReversal extends RankReversal {
  readonly tier: number
}

/** Accounts on each side of a line that are compared, pairs that are told, and the change of a weight that is worth telling. */
const beside = 3
const mostTold = 4
const mostChange = 0.2

/** Pairs beside each line that a small change of one weight would turn round, the smallest change first. */
export function lineReversals(
  { scoring, criteria, ranking, scored }: ScoredModel,
  lines: readonly TierLine[],
): LineReversal[] {
  if (scoring?.aggregation !== 'weighted-sum') return []
  const values = filledColumns(
    criteria.map((criterion) => criterion.values),
    { scoring, scores: scored.scores },
  )
  return lines.flatMap(({ tier, places }) => {
    const inside = [...ranking.subarray(Math.max(0, places - beside), places)]
    const outside = [...ranking.subarray(places, places + beside)]
    return rankReversals(values, { weights: scoring.weights, inside, outside })
      .filter(({ change, criterion }) => Math.abs(change) <= mostChange && (scoring.weights[criterion] ?? 0) > 0)
      .slice(0, mostTold)
      .map((reversal) => ({ ...reversal, tier }))
  })
}
