import type { SelectedAccount } from '@vitalfew/contract/selection.ts'
import { weightInterval } from '@vitalfew/methods/sensitivity/weight-interval.ts'
import { type WeightLines, weightLines } from '@vitalfew/methods/sensitivity/weight-lines.ts'
import type { ScoredModel } from '../scoring/score-model.ts'
import { filledValues } from './filled-values.ts'
import type { ScoredTiers } from './scored-tiers.ts'

/** Rivals that may be looked at for it, all accounts and criteria together: what half a second does. */
const budget = 1e7

/**
 * Says between which weights of each criterion an account keeps the tier that its score gives it. Exact, and so against
 * every rival: in a large population only the first accounts asked for get an answer.
 */
export function weightIntervals(
  scored: ScoredModel,
  segment: ScoredTiers | null,
): (account: number) => SelectedAccount['weightIntervals'] {
  const { scoring, model } = scored
  if (scoring?.aggregation !== 'weighted-sum' || segment === null) return () => null
  const { ranking, boundaries } = segment
  const used = model.criteria.flatMap((_, i) => ((scoring.weights[i] ?? 0) > 0 ? [i] : []))
  let left = Math.floor(budget / (ranking.length * used.length))
  // Rivals are gone through in the order of the ranking: side by side they are read many times as fast.
  const places = ranking.map((_, place) => place)
  let lines: WeightLines[] | undefined
  return (account) => {
    if (left-- <= 0) return null
    const values = (lines ??= linesOf(scored, { used, ranking }))
    const place = ranking.indexOf(account)
    return used.flatMap((criterion, i) => {
      const line = values[i]
      if (line === undefined) return []
      const { lowest, highest } = weightInterval(line, { account: place, ranking: places, boundaries })
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

function linesOf(
  scored: ScoredModel,
  { used, ranking }: { readonly used: readonly number[]; readonly ranking: Uint32Array },
): WeightLines[] {
  const values = filledValues(scored, ranking)
  const { weights } = scored
  return used.map((criterion) => weightLines(values, { weights, criterion }))
}

function fraction(value: number): number {
  return Number(Math.min(1, Math.max(0, value)).toFixed(6))
}
