import { type CounterfactualAnswer, counterfactuals } from '@vitalfew/methods/sensitivity/counterfactuals.ts'
import type { CriterionAction } from '@vitalfew/methods/sensitivity/figure-path.ts'
import type { TierCodes } from '@vitalfew/methods/tiering/tier-codes.ts'
import { metricRegistry } from '../model/metric-registry.ts'
import type { ScoredModel } from '../scoring/score-model.ts'
import { isLowerBetter } from './account-standing.ts'
import { isBothWays } from './standing-words.ts'
import type { TierLine } from './near-lines.ts'

/** An account just below a line, and what would lift it over. */
export interface NearAccount {
  readonly position: number
  readonly line: TierLine
  /** null where the model names nothing that can be acted upon, or no score is certain. */
  readonly answer: CounterfactualAnswer | null
}

const toldPerLine = 10

/**
 * For the first accounts below each line, the smallest changes within the model's bounds that lead over it. The others stay
 * as they are; every way has been scored anew.
 */
export function waysUp(
  scored: ScoredModel,
  { lines, tiers }: { readonly lines: readonly TierLine[]; readonly tiers: TierCodes },
): NearAccount[] {
  if (scored.scoring === null) return []
  const ranges = figureRanges(scored)
  return lines.flatMap((line) => {
    const near: number[] = []
    for (let place = line.places; place < line.ranking.length && near.length < toldPerLine; place++) {
      const account = line.ranking[place] ?? 0
      if ((tiers[account] ?? 0) > line.tier) near.push(account)
    }
    return near.map((position) => wayOver(scored, { line, position, ranges }))
  })
}

/** What would lift one account over a line. */
export function wayOver(
  scored: ScoredModel,
  { line, position, ranges }: { readonly line: TierLine; readonly position: number; readonly ranges: readonly Range[] },
): NearAccount {
  const { scoring, criteria } = scored
  const figures = scored.figures.map((column) => column[position] ?? Number.NaN)
  const actions = accountActions(scored, { figures, ranges })
  if (scoring === null || actions.length === 0 || line.needed > 1) return { position, line, answer: null }
  const normalizations = criteria.map(({ fitted }) => fitted)
  const unknown = scored.values.map((column) => column[position] ?? Number.NaN)
  const question = { figures, unknown, normalizations, scoring, target: line.needed, actions }
  return { position, line, answer: counterfactuals(question) }
}

interface Range {
  readonly least: number
  readonly most: number
}

/** The least and the largest figure of each criterion. */
export function figureRanges({ figures }: Pick<ScoredModel, 'figures'>): Range[] {
  return figures.map(rangeOf)
}

function rangeOf(column: Float64Array): Range {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const figure of column) {
    if (figure < least) least = figure
    if (figure > most) most = figure
  }
  return { least, most }
}

/** Where the model sets no bound, nobody is asked to be better than the best there is; and nobody to become worse. */
export function accountActions(
  scored: ScoredModel,
  { figures, ranges }: { readonly figures: readonly number[]; readonly ranges: readonly Range[] },
): CriterionAction[] {
  return scored.model.criteria.flatMap((asked, criterion) => {
    const { actionable } = asked
    const figure = figures[criterion] ?? Number.NaN
    if (actionable === undefined || Number.isNaN(figure)) return []
    const { least, most } = ranges[criterion] ?? { least: figure, most: figure }
    const isFree = isBothWays(asked)
    const mayFall = isFree || isLowerBetter(scored, criterion)
    const { maximumChange } = actionable
    const room = maximumChange === undefined ? Number.POSITIVE_INFINITY : maximumChange * Math.abs(figure)
    const lowest = mayFall ? Math.min(figure, Math.max(actionable.minimum ?? least, figure - room)) : figure
    const highest = mayFall && !isFree ? figure : Math.max(figure, Math.min(actionable.maximum ?? most, figure + room))
    if (lowest === highest) return []
    const { costPerUnit } = actionable
    // Nobody buys half a product more.
    const step = actionable.step ?? (metricRegistry[asked.metric ?? '']?.unit === 'count' ? 1 : undefined)
    return [
      {
        criterion,
        lowest,
        highest,
        ...(step === undefined ? {} : { step }),
        ...(costPerUnit === undefined ? {} : { costPerUnit }),
      },
    ]
  })
}
