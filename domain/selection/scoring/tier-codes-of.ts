import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { TierRule } from '@vitalfew/contract/selection-tiers.ts'
import { placesByCapacity } from '@vitalfew/methods/tiering/places-by-capacity.ts'
import { placesByShare } from '@vitalfew/methods/tiering/places-by-share.ts'
import { noTier, scoreDecimals, type TierCodes } from '@vitalfew/methods/tiering/tier-codes.ts'
import { roundDecimals } from '@vitalfew/methods/arithmetic/round-decimals.ts'

/** What the rules of tiers are applied to. */
export interface TieredPopulation {
  /** 0 to 1. */
  readonly scores: Float64Array
  /** Positions of the accounts that may have a tier, the best first. */
  readonly ranking: Uint32Array
  /** Per tier with a condition: 1 where it is met. */
  readonly conditions: ReadonlyMap<string, Uint8Array>
  /** Figures that say how much of a capacity an account takes, by metric. */
  readonly needs: ReadonlyMap<string, Float64Array>
}

/**
 * The tier of each account by what it takes to enter, or by what it takes to stay: from the top, each tier takes whom it
 * can have of those whom no tier above has taken. Accounts that are not ranked have no tier.
 */
export function tierCodesOf(
  { tiers }: SelectionModel,
  population: TieredPopulation,
  threshold: 'enter' | 'exit',
): TierCodes {
  const codes = new Uint8Array(population.scores.length).fill(noTier)
  let left = population.ranking
  for (const [code, { id, rule }] of tiers.entries()) {
    const taken = takes(rule, { population, left, threshold, tier: id })
    const isFirst = typeof taken === 'number'
    for (const account of isFirst ? left.subarray(0, taken) : left.filter(taken)) codes[account] = code
    left = isFirst ? left.subarray(taken) : left.filter((account) => codes[account] === noTier)
  }
  return codes
}

/** How many of the first accounts a tier takes, or which. */
type Takes = number | ((account: number) => boolean)

function takes(
  rule: TierRule,
  tier: {
    readonly population: TieredPopulation
    readonly left: Uint32Array
    readonly threshold: 'enter' | 'exit'
    readonly tier: string
  },
): Takes {
  const { population, left, threshold } = tier
  switch (rule.kind) {
    case 'rest':
      return left.length
    case 'rules': {
      const met = population.conditions.get(`${tier.tier} ${rule.exit === undefined ? 'enter' : threshold}`)
      return (account) => met?.[account] === 1
    }
    case 'score': {
      const least = roundDecimals(limitOf(rule, threshold) / 100, scoreDecimals)
      return (account) => roundDecimals(population.scores[account] ?? 0, scoreDecimals) >= least
    }
    case 'top':
      return limitOf(rule, threshold)
    case 'share': {
      const { minimum: leastPlaces = 0, maximum: mostPlaces = population.ranking.length } = rule
      const shares = [{ share: limitOf(rule, threshold), least: leastPlaces, most: mostPlaces }]
      const [places = 0] = placesByShare(population.ranking.length, shares)
      return places
    }
    case 'capacity': {
      const need = rule.need === undefined ? (rule.needPerAccount ?? 1) : knownNeeds(population.needs.get(rule.need))
      const [places = 0] = placesByCapacity(left, [{ capacity: limitOf(rule, threshold), need }])
      return places
    }
  }
}

function limitOf(rule: { readonly enter: number; readonly exit?: number | undefined }, of: 'enter' | 'exit'): number {
  return of === 'exit' ? (rule.exit ?? rule.enter) : rule.enter
}

/** An account of which nobody knows what it takes, or that takes less than nothing, takes nothing. */
function knownNeeds(needs: Float64Array | undefined): ArrayLike<number> | number {
  return needs?.map((need) => (need > 0 ? need : 0)) ?? 0
}
