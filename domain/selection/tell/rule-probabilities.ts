import type { ModelTiers } from '../scoring/assign-model-tiers.ts'
import { metCondition } from '../scoring/met-condition.ts'
import type { ChosenAccounts } from '../choose-accounts.ts'
import type { ScoredTiers } from './scored-tiers.ts'

/**
 * Probabilities of all tiers from those of the tiers that go by score. A tier by rules above them holds whom it holds
 * whatever the weights; one below them gets whom the score does not lift above it.
 *
 * @param drawn one column per tier by score, and one for what is below
 */
export function withRuleTiers(
  { scored, columns, tiers: { plain } }: Pick<ChosenAccounts, 'scored' | 'columns' | 'tiers'>,
  { segment, drawn }: { readonly segment: ScoredTiers; readonly drawn: readonly Float64Array[] },
): Float64Array[] {
  const { model, ranking } = scored
  const last = model.tiers.length - 1
  const end = segment.first + drawn.length - 1
  if (segment.first === 0 && end === last) return [...drawn]
  const all = model.tiers.map(() => new Float64Array(plain.length))
  const add = (tier: number, { account, share }: { account: number; share: number }): void => {
    const column = all[tier]
    if (column !== undefined) column[account] = (column[account] ?? 0) + share
  }
  const isRanked = new Uint8Array(plain.length)
  for (const account of ranking) isRanked[account] = 1
  const below = model.tiers
    .slice(end, last)
    .map(({ rule }) => (rule.kind === 'rules' ? metCondition(rule.enter, columns) : null))
  for (let account = 0; account < plain.length; account++) {
    const tier = plain[account] ?? last
    if (isRanked[account] === 0) add(last, { account, share: 1 })
    else if (tier < segment.first) add(tier, { account, share: 1 })
    else {
      for (let place = segment.first; place < end; place++) {
        add(place, { account, share: drawn[place - segment.first]?.[account] ?? 0 })
      }
      const met = below.findIndex((column) => column?.[account] === 1)
      add(met === -1 ? last : end + met, { account, share: drawn.at(-1)?.[account] ?? 0 })
    }
  }
  return all
}

/** Where every tier goes by rules: the one an account is in by them, for certain. */
export function certainTiers({ plain }: ModelTiers, count: number): Float64Array[] {
  return Array.from({ length: count }, (_, tier) =>
    Float64Array.from(plain, (own) => (own === tier || (own >= count && tier === count - 1) ? 1 : 0)),
  )
}
