import type { SelectionCondition } from '@vitalfew/contract/selection-condition.ts'
import { scoreRow } from '@vitalfew/methods/scoring/score-row.ts'
import type { ChosenAccounts } from '../choose-accounts.ts'
import { conditionKey } from '../model/metrics-of.ts'
import { tieredPopulation } from '../scoring/assign-model-tiers.ts'
import { type AskedAccount, conditionDemands } from './condition-demands.ts'
import { demandMix, type FigureMix } from './demand-mix.ts'
import { changedStanding } from './changed-standing.ts'
import type { TierLine } from './near-lines.ts'
import { accountActions, figureRanges } from './ways-up.ts'

/** A change of figures that meets the conditions of a tier. */
export interface RuleWay extends FigureMix {
  /** The tier it was found to lead to, by its place: that one or a better one. */
  readonly reached: number
  /** 0 to 1, of the changed account among all others as they are. */
  readonly score: number
}

/** An account that does not meet the conditions of a tier, and what would change that. */
export interface NearRule {
  readonly position: number
  /** Place of the tier. */
  readonly tier: number
  /** The cheapest first; at least one. */
  readonly ways: readonly RuleWay[]
}

/** Of the best accounts that miss a tier by rules so many are looked into, and the nearest of them told. */
const lookedInto = 200
const toldPerTier = 10
const mostWays = 3

/**
 * For each tier by rules the accounts (or the `only` one) that could meet its conditions by what the model says can be done, the smallest change
 * first. Everything else stays as it is; every way has been tried: the changed account was given its tier anew.
 */
export function waysByRules(
  chosen: ChosenAccounts,
  lines: readonly TierLine[],
  { only }: { readonly only?: number } = {},
): NearRule[] {
  const { scored, columns, tiers } = chosen
  const { model, ranking } = scored
  const { conditions } = tieredPopulation(scored, columns)
  const ranges = figureRanges(scored)
  const needed = new Map(lines.map((line) => [line.tier, line.needed]))
  return model.tiers.flatMap(({ id, rule }, tier) => {
    if (rule.kind !== 'rules') return []
    const met = conditions.get(`${id} enter`)
    const candidates: number[] = []
    for (const account of only === undefined ? ranking : [only]) {
      if (candidates.length >= lookedInto) break
      if ((tiers.tiers[account] ?? 0) > tier && met?.[account] !== 1) candidates.push(account)
    }
    const found = candidates.flatMap((position): NearRule[] => {
      const ways = waysOf(chosen, { position, tier, condition: rule.enter, ranges, needed })
      return ways.length === 0 ? [] : [{ position, tier, ways }]
    })
    return found.toSorted((a, b) => (a.ways[0]?.cost ?? 0) - (b.ways[0]?.cost ?? 0)).slice(0, toldPerTier)
  })
}

function waysOf(
  chosen: ChosenAccounts,
  asked: {
    readonly position: number
    readonly tier: number
    readonly condition: SelectionCondition
    readonly ranges: ReturnType<typeof figureRanges>
    readonly needed: ReadonlyMap<number, number>
  },
): RuleWay[] {
  const { scored, columns } = chosen
  const { position, tier, condition, ranges, needed } = asked
  const account: AskedAccount = {
    figure: (metric) => columns.figures.get(metric)?.[position] ?? Number.NaN,
    isMet: (leaf) => columns.matches.get(conditionKey(leaf))?.[position] === 1,
  }
  const figures = scored.figures.map((column) => column[position] ?? Number.NaN)
  const actions = accountActions(scored, { figures, ranges })
  const actionOf = (metric: string) =>
    actions.find(({ criterion }) => scored.model.criteria[criterion]?.metric === metric)
  const mixes = conditionDemands(condition, account).flatMap((demand) => {
    const mix = demandMix(demand, { figure: account.figure, actionOf })
    return mix === null || mix.changes.length === 0 ? [] : [mix]
  })
  const ways = mixes.flatMap((mix): RuleWay[] => {
    const { reached, row } = changedStanding(chosen, { position, changes: mix.changes, needed })
    const score = scored.scoring === null ? 0.5 : scoreRow(row, scored.scoring)
    return reached <= tier ? [{ ...mix, reached, score }] : []
  })
  const distinct = new Map(ways.map((way) => [JSON.stringify(way.changes), way]))
  return [...distinct.values()].toSorted((a, b) => a.cost - b.cost).slice(0, mostWays)
}
