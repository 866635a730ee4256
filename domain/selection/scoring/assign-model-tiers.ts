import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { roundDecimals } from '@vitalfew/methods/arithmetic/round-decimals.ts'
import { settleTiers, type StandingTiers } from '@vitalfew/methods/tiering/settle-tiers.ts'
import { noTier, type TierCodes } from '@vitalfew/methods/tiering/tier-codes.ts'
import type { SelectionColumns } from '../columns/load-columns.ts'
import { metCondition } from './met-condition.ts'
import type { ScoredModel } from './score-model.ts'
import { type TieredPopulation, tierCodesOf } from './tier-codes-of.ts'
import { tierRuleCode } from './tier-rules.ts'

export interface ModelTiers {
  /** Places in the model's list of tiers. */
  readonly tiers: TierCodes
  /** Codes of `tierRules`. */
  readonly rules: Uint8Array
  /** The day since which the account has its tier. */
  readonly since: Float64Array
  /** The tier by score alone, without memory, share or override: what sensitivity is about. 255 = none. */
  readonly plain: TierCodes
}

export interface AssignTiers {
  readonly columns: SelectionColumns
  readonly asOfDay: number
  /** Position of an account → place of the tier that a person gave it. */
  readonly overrides?: ReadonlyMap<number, number>
}

/**
 * The tier of every account: by the rules of the model, with its memory of the run before, the accounts too large to lose
 * and what people decided, in this order. Accounts that fail a gate or that the model does not compare are in the last tier.
 */
export function assignModelTiers(scored: ScoredModel, request: AssignTiers): ModelTiers {
  const { columns, asOfDay, overrides = new Map<number, number>() } = request
  const { model, population, failed } = scored
  const tiered = tieredPopulation(scored, columns)
  const plain = tierCodesOf(model, tiered, 'enter')
  const stay = looser(tierCodesOf(model, tiered, 'exit'), plain)
  const settled = settledTiers(model, { entry: plain, exit: stay, previous: columns.previous, asOfDay })
  const last = model.tiers.length - 1
  const tiers = settled.tiers.map((tier) => (tier === noTier ? last : tier))
  const rules = tiers.map((tier, i) => {
    if (population[i] === 0) return tierRuleCode('outside')
    if (failed[i] !== null) return tierRuleCode('gate')
    if (tier !== plain[i]) return tierRuleCode('stay')
    return tierRuleCode(model.tiers[tier]?.rule.kind === 'rules' ? 'rules' : 'score')
  })
  liftLarge(model, { tiers, rules, columns, isRanked: (i) => plain[i] !== noTier })
  for (const [account, tier] of overrides) {
    tiers[account] = tier
    rules[account] = tierRuleCode('override')
  }
  return { tiers, rules, since: sinceDays(tiers, { previous: columns.previous, settled, asOfDay }), plain }
}

/** What the rules of tiers are applied to. */
export function tieredPopulation(scored: ScoredModel, columns: SelectionColumns): TieredPopulation {
  const conditions = new Map<string, Uint8Array>()
  const needs = new Map<string, Float64Array>()
  for (const { id, rule } of scored.model.tiers) {
    if (rule.kind === 'rules') {
      conditions.set(`${id} enter`, metCondition(rule.enter, columns))
      if (rule.exit !== undefined) conditions.set(`${id} exit`, metCondition(rule.exit, columns))
    }
    const figures = rule.kind === 'capacity' && rule.need !== undefined ? columns.figures.get(rule.need) : undefined
    if (rule.kind === 'capacity' && rule.need !== undefined && figures !== undefined) needs.set(rule.need, figures)
  }
  return { scores: scored.scored.scores, ranking: scored.ranking, conditions, needs }
}

/** Who may enter a tier may stay in it, whatever else a document says. */
function looser(exit: TierCodes, entry: TierCodes): TierCodes {
  return exit.map((tier, i) => Math.min(tier, entry[i] ?? noTier))
}

/** Each tier has its own minimum stay: every account goes by that of the tier it was in. */
function settledTiers(
  model: SelectionModel,
  change: Omit<Parameters<typeof settleTiers>[0], 'minimumStay'>,
): StandingTiers {
  const stays = model.tiers.map((tier) => tier.minimumStayDays ?? 0)
  const byDays = new Map(
    [...new Set([0, ...stays])].map((days) => [
      days,
      settleTiers({ ...change, minimumStay: { days, holds: 'down' as const } }),
    ]),
  )
  const plain = byDays.get(0) ?? settleTiers(change)
  if (byDays.size === 1) return plain
  const of = (i: number): StandingTiers => byDays.get(stays[change.previous?.tiers[i] ?? noTier] ?? 0) ?? plain
  return {
    tiers: plain.tiers.map((_, i) => of(i).tiers[i] ?? noTier),
    since: plain.since.map((_, i) => of(i).since[i] ?? Number.NaN),
  }
}

function liftLarge(
  { alwaysFirstFromShare: least }: SelectionModel,
  {
    tiers,
    rules,
    columns,
    isRanked,
  }: {
    readonly tiers: TierCodes
    readonly rules: Uint8Array
    readonly columns: SelectionColumns
    readonly isRanked: (account: number) => boolean
  },
): void {
  if (least === undefined) return
  columns.share.forEach((share, account) => {
    if (share < least - 1e-9 || tiers[account] === 0 || !isRanked(account)) return
    if (roundDecimals(share, 12) < least) return
    tiers[account] = 0
    rules[account] = tierRuleCode('share')
  })
}

function sinceDays(
  tiers: TierCodes,
  {
    previous,
    settled,
    asOfDay,
  }: { readonly previous: StandingTiers | null; readonly settled: StandingTiers; readonly asOfDay: number },
): Float64Array {
  return settled.since.map((day, i) => {
    const before = previous?.tiers[i] ?? noTier
    if (tiers[i] === before) return previous?.since[i] ?? asOfDay
    return tiers[i] === settled.tiers[i] && !Number.isNaN(day) ? day : asOfDay
  })
}
