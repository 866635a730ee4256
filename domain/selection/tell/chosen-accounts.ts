import type { ModelTiers } from '../scoring/assign-model-tiers.ts'
import type { ScoredModel } from '../scoring/score-model.ts'

/** Lists hold at most this many accounts: more than a company can call its vital few, and a report can show. */
export const mostTold = 600

/** Positions of the accounts above the last tier: by tier, then by score, the larger revenue first where scores are equal. */
export function chosenAccounts({ model, scored }: ScoredModel, { tiers }: ModelTiers): number[] {
  const last = model.tiers.length - 1
  const chosen: number[] = []
  tiers.forEach((tier, account) => {
    if (tier < last) chosen.push(account)
  })
  const score = (account: number): number => Math.round((scored.scores[account] ?? 0) * 1e8)
  return chosen.toSorted((a, b) => (tiers[a] ?? 0) - (tiers[b] ?? 0) || score(b) - score(a) || a - b).slice(0, mostTold)
}
