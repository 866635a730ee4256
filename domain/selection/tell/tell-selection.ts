import { currencyDecimals } from '@vitalfew/contract/currency.ts'
import type { Selection } from '@vitalfew/contract/selection.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { ChosenAccounts } from '../choose-accounts.ts'
import type { AccountName } from '../results/named-accounts.query.ts'
import { namesOf } from '../results/named-accounts.query.ts'
import { tierMigration } from '../results/tier-migration.query.ts'
import type { Wording } from '../words/figure-words.ts'
import type { Contributions } from './account-contributions.ts'
import { belowTheLine, belowTheRules } from './below-the-line.ts'
import { aloneTold, departmentLists, departmentViews } from './department-views.ts'
import { lineReversals } from './line-reversals.ts'
import { tierLines } from './near-lines.ts'
import { selectedAccounts } from './selected-accounts.ts'
import { selectionNotes, toldDisagreements } from './selection-notes.ts'
import { selectionTiers } from './selection-tiers.ts'
import { sensitivitySummary } from './sensitivity-summary.ts'
import { scoredTiers } from './scored-tiers.ts'
import type { TierSensitivity } from './tier-sensitivity.ts'
import { waysByRules } from './ways-by-rules.ts'
import { waysUp } from './ways-up.ts'
import { weightIntervals } from './weight-intervals.ts'

export interface TellSelection {
  readonly runId: string
  readonly chosen: ChosenAccounts
  /** The accounts above the line, best first. */
  readonly positions: readonly number[]
  readonly names: ReadonlyMap<number, AccountName>
  readonly contributions: Contributions
  readonly sensitivity: TierSensitivity | null
  readonly wording: Wording
}

/** Puts a selection into words and figures for people: who is above the line, why, how firmly, and who almost is. */
export async function tellSelection(warehouse: Warehouse, request: TellSelection): Promise<Selection> {
  const { runId, chosen, wording, sensitivity, contributions } = request
  const { scored, tiers, previous, columns } = chosen
  const { model } = scored
  const { locale } = wording
  const segment = scoredTiers(scored, tiers)
  const lines = tierLines(scored, segment)
  const lists = departmentLists(chosen)
  const near = waysUp(scored, { lines, tiers: tiers.tiers })
  const nearRules = waysByRules(chosen, lines)
  const reversals = lineReversals(scored, lines)
  const wanted = [
    ...lists.flatMap(({ alone }) => alone.slice(0, aloneTold)),
    ...[...near, ...nearRules].map(({ position }) => position),
    ...reversals.flatMap(({ overtaken, overtaking }) => [overtaken, overtaking]),
    ...chosen.overrides.placed.map(({ position }) => position),
    ...toldDisagreements(chosen.rated).map(({ position }) => position),
  ].filter((position) => !request.names.has(position))
  const names = new Map([
    ...request.names,
    ...(await namesOf(warehouse, { runId, keys: columns.keys, positions: wanted })),
  ])
  const nameOf = (position: number): AccountName => names.get(position) ?? { account: '', accountName: '' }
  return rounded(
    {
      model: model.name,
      version: model.version,
      title: model.title[locale],
      description: model.description[locale],
      origin: model.weights.origin,
      aggregation: model.aggregation,
      criteria: model.criteria.map(({ id, title }, i) => ({
        id,
        title: title[locale],
        weight: Number((scored.weights[i] ?? 0).toFixed(6)),
        known: knownCount(scored.criteria[i]?.values),
      })),
      population: scored.population.reduce((sum, inside) => sum + inside, 0),
      gated: scored.failed.filter((gate, i) => gate !== null && scored.population[i] === 1).length,
      meanScore: Number(contributions.meanScore.toFixed(4)),
      tiers: selectionTiers(chosen, wording),
      notes: selectionNotes(chosen, { wording, nameOf }),
      accounts: selectedAccounts(chosen, { ...request, names, intervals: weightIntervals(scored, segment) }),
      belowTheLine: [
        ...belowTheLine(near, { chosen, nameOf, wording }),
        ...belowTheRules(nearRules, { chosen, nameOf, wording }),
      ],
      migration: previous === null ? null : await tierMigration(warehouse, { from: previous, toRun: runId }),
      sensitivity:
        sensitivity === null ? null : sensitivitySummary(sensitivity, { chosen, reversals, nameOf, wording }),
      fairness: departmentViews(lists, nameOf),
      overrides: appliedOverrides(chosen, nameOf),
      backtest: null,
    },
    currencyDecimals(wording.currency),
  )
}

function appliedOverrides(
  { overrides, scored, tiers }: ChosenAccounts,
  nameOf: (position: number) => AccountName,
): Selection['overrides'] {
  return overrides.placed.map(({ position, id, account, tier, reason, author, from, until }) => ({
    id,
    account: nameOf(position).account || account,
    accountName: nameOf(position).accountName,
    tier,
    instead: scored.model.tiers[tiers.plain[position] ?? 255]?.id ?? null,
    reason,
    author,
    from,
    until,
  }))
}

function knownCount(values: Float64Array | undefined): number {
  let known = 0
  values?.forEach((value) => (known += Number.isNaN(value) ? 0 : 1))
  return known
}

/** Amounts are rounded once, where they leave: to the decimals of the currency. */
function rounded(selection: Selection, decimals: number): Selection {
  const money = (amount: number): number => Number(amount.toFixed(decimals))
  return {
    ...selection,
    tiers: selection.tiers.map((tier) => ({
      ...tier,
      netRevenue: money(tier.netRevenue),
      grossProfit: tier.grossProfit === null ? null : money(tier.grossProfit),
    })),
    migration:
      selection.migration === null
        ? null
        : {
            ...selection.migration,
            cells: selection.migration.cells.map((cell) => ({
              ...cell,
              netRevenueBefore: money(cell.netRevenueBefore),
              netRevenueAfter: money(cell.netRevenueAfter),
            })),
          },
    belowTheLine: selection.belowTheLine.map((each) => ({ ...each, netRevenue: money(each.netRevenue) })),
  }
}
