import type { SelectedAccount } from '@vitalfew/contract/selection.ts'
import type { TierBoundaries } from '@vitalfew/methods/sensitivity/count-tier-draws.ts'
import { filledColumns } from '@vitalfew/methods/sensitivity/filled-columns.ts'
import { weightInterval } from '@vitalfew/methods/sensitivity/weight-interval.ts'
import { type WeightLines, weightLines } from '@vitalfew/methods/sensitivity/weight-lines.ts'
import type { ScoredModel } from '../scoring/score-model.ts'

/** Rivals that may be looked at for it, all accounts and criteria together: what half a second does. */
const budget = 1e7

/**
 * Says between which weights of each criterion an account keeps the tier that its score gives it. Exact, and so against
 * every rival: in a large population only the first accounts asked for get an answer.
 */
export function weightIntervals(
  scored: ScoredModel,
  boundaries: TierBoundaries | null,
): (account: number) => SelectedAccount['weightIntervals'] {
  const { scoring, ranking, criteria, model } = scored
  if (scoring?.aggregation !== 'weighted-sum' || boundaries === null) return () => null
  const used = criteria.flatMap((_, i) => ((scoring.weights[i] ?? 0) > 0 ? [i] : []))
  let left = Math.floor(budget / (ranking.length * used.length))
  let lines: WeightLines[] | undefined
  return (account) => {
    if (left-- <= 0) return null
    const values = (lines ??= linesOf(scored, used))
    return used.flatMap((criterion, i) => {
      const line = values[i]
      if (line === undefined) return []
      const { lowest, highest } = weightInterval(line, { account, ranking, boundaries })
      return [
        {
          criterion: model.criteria[criterion]?.id ?? '',
          weight: fraction(scoring.weights[criterion] ?? 0),
          lower: fraction(lowest),
          upper: fraction(highest),
        },
      ]
    })
  }
}

function linesOf({ scoring, criteria, scored }: ScoredModel, used: readonly number[]): WeightLines[] {
  if (scoring === null) return []
  const values = filledColumns(
    criteria.map((criterion) => criterion.values),
    { scoring, scores: scored.scores },
  )
  return used.map((criterion) => weightLines(values, { weights: scoring.weights, criterion }))
}

function fraction(value: number): number {
  return Number(Math.min(1, Math.max(0, value)).toFixed(6))
}
