import type { ModelComparison } from '@vitalfew/contract/selection-comparison.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { currencyDecimals } from '@vitalfew/contract/currency.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { type ChooseAccounts, chooseAccounts, type ChosenAccounts } from './choose-accounts.ts'
import { namesOf } from './results/named-accounts.query.ts'
import { describeDifference } from './words/describe-difference.ts'
import type { Wording } from './words/figure-words.ts'

export interface CompareModels extends Omit<ChooseAccounts, 'model' | 'overrides'> {
  readonly models: readonly [SelectionModel, SelectionModel]
  readonly wording: Wording
}

const moversTold = 50

/**
 * Where the accounts of a run go when one model takes the place of another. Both look at the same figures, without memory
 * of earlier runs and without what people decided: the difference is that of the models alone.
 */
export async function compareModels(warehouse: Warehouse, request: CompareModels): Promise<ModelComparison> {
  const { models, wording, runId } = request
  const [first, second] = models
  const before = await chooseAccounts(warehouse, { ...request, model: first, isFresh: true })
  const after = await chooseAccounts(warehouse, { ...request, model: second, isFresh: true })
  const movers = movedAccounts(before, after)
  const told = movers.slice(0, moversTold)
  const names = await namesOf(warehouse, { runId, keys: before.columns.keys, positions: told })
  return {
    first: `${first.name}@${first.version}`,
    second: `${second.name}@${second.version}`,
    differences: describeDifference(first, second, wording),
    moved: movers.length,
    cells: comparisonCells(before, after, wording),
    movers: told.map((position) => ({
      account: names.get(position)?.account ?? '',
      accountName: names.get(position)?.accountName ?? '',
      from: tierOf(before, position),
      to: tierOf(after, position),
      scoreBefore: points(before.scored.scored.scores[position]),
      scoreAfter: points(after.scored.scored.scores[position]),
      netRevenue: amount(before.columns.netRevenue[position], wording),
    })),
  }
}

/** Positions of the accounts whose tier has another name; the columns are in order of revenue, and so are these. */
function movedAccounts(before: ChosenAccounts, after: ChosenAccounts): number[] {
  const moved: number[] = []
  before.tiers.tiers.forEach((_, position) => {
    if (tierOf(before, position) !== tierOf(after, position)) moved.push(position)
  })
  return moved
}

function comparisonCells(before: ChosenAccounts, after: ChosenAccounts, wording: Wording): ModelComparison['cells'] {
  const cells = new Map<string, { from: string; to: string; accounts: number; netRevenue: number }>()
  before.columns.netRevenue.forEach((netRevenue, position) => {
    const [from, to] = [tierOf(before, position), tierOf(after, position)]
    const cell = cells.get(`${from} ${to}`) ?? { from, to, accounts: 0, netRevenue: 0 }
    cell.accounts++
    cell.netRevenue += netRevenue
    cells.set(`${from} ${to}`, cell)
  })
  return [...cells.values()].map((cell) => ({ ...cell, netRevenue: amount(cell.netRevenue, wording) }))
}

function tierOf({ scored, tiers }: ChosenAccounts, position: number): string {
  return scored.model.tiers[tiers.tiers[position] ?? 0]?.id ?? ''
}

function points(score: number | undefined): number {
  return Number((100 * (score ?? 0)).toFixed(2))
}

function amount(value: number | undefined, { currency }: Wording): number {
  return Number((value ?? 0).toFixed(currencyDecimals(currency)))
}
