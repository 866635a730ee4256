import type { Selection } from '@vitalfew/contract/selection.ts'
import { scoreColumns } from '@vitalfew/methods/scoring/score-columns.ts'
import { rankAccounts } from '@vitalfew/methods/tiering/rank-accounts.ts'
import type { ChosenAccounts } from '../choose-accounts.ts'
import { assignModelTiers, type ModelTiers } from '../scoring/assign-model-tiers.ts'
import { givenWeights } from '../scoring/resolve-weights.ts'
import type { ScoredModel } from '../scoring/score-model.ts'
import { unitWeights } from '@vitalfew/methods/scoring/unit-weights.ts'

export interface DepartmentList {
  readonly department: string
  readonly weights: Float64Array
  readonly scored: ScoredModel
  readonly tiers: ModelTiers
  /** Positions of the accounts above the line by its weights and by no other department's, best first. */
  readonly alone: readonly number[]
  readonly accounts: number
  readonly shared: number
}

/** The list as each department would have it alone: by its weights, without memory and without what people decided. */
export function departmentLists(chosen: ChosenAccounts): DepartmentList[] {
  const { scored, columns } = chosen
  const { scoring, model } = scored
  if (scoring === null) return []
  const last = model.tiers.length - 1
  const lists = Object.entries(model.weights.byDepartment ?? {}).flatMap(([department, own]) => {
    const known = givenWeights(model, own).map((weight, i) => ((scoring.weights[i] ?? 0) === 0 ? 0 : weight))
    if (known.every((weight) => weight === 0)) return []
    const weights = unitWeights(known)
    const rescored = withWeights(scored, weights)
    const tiers = assignModelTiers(rescored, { columns: { ...columns, previous: null }, asOfDay: 0 })
    return [{ department, weights, scored: rescored, tiers }]
  })
  const wanted = new Uint8Array(columns.accounts)
  for (const { tiers } of lists)
    tiers.tiers.forEach((tier, i) => (wanted[i] = (wanted[i] ?? 0) + (tier < last ? 1 : 0)))
  return lists.map((list) => {
    const above = [...list.scored.ranking].filter((account) => (list.tiers.tiers[account] ?? last) < last)
    return {
      ...list,
      accounts: above.length,
      shared: above.filter((account) => (chosen.tiers.tiers[account] ?? last) < last).length,
      alone: above.filter((account) => wanted[account] === 1),
    }
  })
}

function withWeights(scored: ScoredModel, weights: Float64Array): ScoredModel {
  if (scored.scoring === null) return scored
  const scoring = { ...scored.scoring, weights }
  const rescored = scoreColumns(scored.values, scoring)
  const isRanked = new Uint8Array(scored.population.length)
  for (const account of scored.ranking) isRanked[account] = 1
  const ranking = rankAccounts(rescored.scores.map((score, i) => (isRanked[i] === 1 ? score : Number.NaN)))
  return { ...scored, weights, scoring, scored: rescored, ranking }
}

/** Of the accounts that only one department wants, the first so many are told. */
export const aloneTold = 20

/** What the report says of the departments' lists; `name` is what the account at a position is called. */
export function departmentViews(
  lists: readonly DepartmentList[],
  name: (position: number) => { readonly account: string; readonly accountName: string },
): Selection['fairness'] {
  return lists.map(({ department, weights, scored, tiers, alone, accounts, shared }) => ({
    department,
    weights: Object.fromEntries(scored.model.criteria.map(({ id }, i) => [id, Number((weights[i] ?? 0).toFixed(6))])),
    accounts,
    shared,
    alone: alone.slice(0, aloneTold).map((position) => ({
      ...name(position),
      tier: scored.model.tiers[tiers.tiers[position] ?? 0]?.id ?? '',
      score: Number((100 * (scored.scored.scores[position] ?? 0)).toFixed(2)),
    })),
  }))
}
