import { type RankReversal, rankReversals } from '@vitalfew/methods/sensitivity/rank-reversals.ts'
import type { ScoredModel } from '../scoring/score-model.ts'
import { filledValues } from './filled-values.ts'
import type { TierLine } from './near-lines.ts'

export interface LineReversal extends RankReversal {
  readonly tier: number
}

/** Accounts on each side of a line that are compared, pairs that are told, and the change of a weight that is worth telling. */
const beside = 3
const mostTold = 4
const mostChange = 0.2

/** Pairs beside each line that a small change of one weight would turn round, the smallest change first. */
export function lineReversals(scored: ScoredModel, lines: readonly TierLine[]): LineReversal[] {
  const { scoring } = scored
  if (scoring?.aggregation !== 'weighted-sum') return []
  return lines.flatMap(({ tier, places, ranking }) => {
    const near = ranking.subarray(Math.max(0, places - beside), places + beside)
    const above = Math.min(beside, places, near.length)
    const inside = Array.from({ length: above }, (_, i) => i)
    const outside = Array.from({ length: near.length - above }, (_, i) => above + i)
    return rankReversals(filledValues(scored, near), { weights: scoring.weights, inside, outside })
      .filter(({ change, criterion }) => Math.abs(change) <= mostChange && (scoring.weights[criterion] ?? 0) > 0)
      .slice(0, mostTold)
      .map((reversal) => ({
        ...reversal,
        overtaken: near[reversal.overtaken] ?? 0,
        overtaking: near[reversal.overtaking] ?? 0,
        tier,
      }))
  })
}
