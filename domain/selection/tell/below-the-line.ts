import { translator } from '@vitalfew/contract/locale.ts'
import type { BelowTheLine } from '@vitalfew/contract/selection.ts'
import type { Counterfactual } from '@vitalfew/methods/sensitivity/counterfactuals.ts'
import type { ChosenAccounts } from '../choose-accounts.ts'
import type { AccountName } from '../results/named-accounts.query.ts'
import { figureWords, scoreWords, type Wording } from '../words/figure-words.ts'
import { tierTitle } from './account-sentences.ts'
import type { NearRule } from './ways-by-rules.ts'
import type { NearAccount } from './ways-up.ts'

/** Puts into words what would lift accounts over a line. */
export function belowTheLine(
  near: readonly NearAccount[],
  told: {
    readonly chosen: ChosenAccounts
    readonly nameOf: (position: number) => AccountName
    readonly wording: Wording
  },
): BelowTheLine[] {
  const { chosen, nameOf, wording } = told
  const { scored, tiers, columns } = chosen
  const { model } = scored
  return near.map(({ position, line, answer }) => {
    const target = model.tiers[line.tier]?.id ?? ''
    const ways = cheapestFirst((answer?.alternatives ?? []).map((way) => wayUp(way, { chosen, target, wording })))
    const best = ways.length > 0 || answer === null ? null : points(answer.furthest.score)
    return {
      ...nameOf(position),
      tier: model.tiers[tiers.tiers[position] ?? 0]?.id ?? '',
      target,
      score: points(scored.scored.scores[position] ?? 0),
      needed: points(Math.min(1, line.needed)),
      netRevenue: columns.netRevenue[position] ?? 0,
      ways,
      best,
      text: sentence({ target: tierTitle(model, target, wording), needed: line.needed, ways, best }, wording),
    }
  })
}

/** Puts into words what would make accounts meet the conditions of a tier. */
export function belowTheRules(
  near: readonly NearRule[],
  told: {
    readonly chosen: ChosenAccounts
    readonly nameOf: (position: number) => AccountName
    readonly wording: Wording
  },
): BelowTheLine[] {
  const { chosen, nameOf, wording } = told
  const { scored, tiers, columns } = chosen
  const { model } = scored
  const t = translator(wording.locale)
  return near.map(({ position, tier, ways }) => {
    const target = model.tiers[tier]?.id ?? ''
    const words = ways.map((way) => {
      const reached = model.tiers[way.reached]?.id ?? target
      return wayUp(way, { chosen, target: reached, wording, isByRules: reached === target })
    })
    return {
      ...nameOf(position),
      tier: model.tiers[tiers.tiers[position] ?? 0]?.id ?? '',
      target,
      score: points(scored.scored.scores[position] ?? 0),
      needed: null,
      netRevenue: columns.netRevenue[position] ?? 0,
      ways: words,
      best: null,
      text: t('selection.below.ruled', { target: tierTitle(model, target, wording), way: words[0]?.text ?? '' }),
    }
  })
}

function sentence(
  found: {
    readonly target: string
    readonly needed: number
    readonly ways: BelowTheLine['ways']
    readonly best: number | null
  },
  { locale }: Wording,
): string {
  const t = translator(locale)
  const { target, ways, best } = found
  const needed = scoreWords(100 * Math.min(1, found.needed), locale)
  const [first] = ways
  if (first !== undefined) return t('selection.below.reachable', { target, needed, way: first.text })
  if (best === null) return t('selection.below.nothingToDo', { target, needed })
  return t('selection.below.outOfReach', { target, needed, best: scoreWords(best, locale) })
}

function wayUp(
  { changes, cost, score }: Counterfactual,
  {
    chosen,
    target,
    wording,
    isByRules = false,
  }: {
    readonly chosen: ChosenAccounts
    readonly target: string
    readonly wording: Wording
    readonly isByRules?: boolean
  },
): BelowTheLine['ways'][number] {
  const t = translator(wording.locale)
  const { model } = chosen.scored
  const told = changes.map(({ criterion, from, to }) => {
    const { id = '', title, metric, actionable } = model.criteria[criterion] ?? {}
    const unit = actionable?.costPerUnit
    const figure = (value: number): string => figureWords(value, { metric, ...wording })
    return {
      change: {
        criterion: id,
        from: tidy(from),
        to: tidy(to),
        cost: unit === undefined ? null : tidy(Math.abs(to - from) * unit),
      },
      text: t('selection.below.change', {
        criterion: title?.[wording.locale] ?? id,
        from: figure(from),
        to: figure(to),
      }),
    }
  })
  const hasCost = told.every(({ change }) => change.cost !== null)
  const words = {
    changes: told.map(({ text }) => text).join(t('selection.list.pause')),
    score: scoreWords(100 * score, wording.locale),
    tier: tierTitle(model, target, wording),
    cost: new Intl.NumberFormat(wording.locale, { maximumFractionDigits: 2 }).format(cost),
  }
  return {
    changes: told.map(({ change }) => change),
    cost: hasCost ? tidy(cost) : null,
    score: points(score),
    tier: target,
    text: t(`selection.below.${isByRules ? 'ruledWay' : 'way'}${hasCost ? 'WithCost' : ''}`, words),
  }
}

/** What is told of first is one change alone; where all that ways cost is known, it is the cheapest. */
function cheapestFirst(ways: BelowTheLine['ways']): BelowTheLine['ways'] {
  const isPriced = ways.every(({ cost }) => cost !== null)
  return isPriced ? ways.toSorted((one, other) => (one.cost ?? 0) - (other.cost ?? 0)) : ways
}

function points(score: number): number {
  return Number((100 * score).toFixed(2))
}

function tidy(value: number): number {
  return Number(value.toFixed(6))
}
