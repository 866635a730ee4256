import type { ModelPreview, PreviewAccount } from '@vitalfew/contract/api/selection-models.ts'
import { currencyDecimals } from '@vitalfew/contract/currency.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { authorise, type Viewer } from '../../access/index.ts'
import { runSummary } from '../../accounts/index.ts'
import type { ChosenAccounts } from '../choose-accounts.ts'
import { findVersion } from '../model/find-version.ts'
import { namesOf } from '../results/named-accounts.query.ts'
import { chosenAccounts } from '../tell/chosen-accounts.ts'
import { selectionTiers } from '../tell/selection-tiers.ts'
import { describeDifference } from '../words/describe-difference.ts'
import { chooseInRun } from './choose-in-run.ts'
import type { StudioSources } from './sources.ts'
import { tiersNow } from './tiers-now.ts'

export interface PreviewModel {
  readonly run: string
  readonly model: SelectionModel
  /** The version that was taken to edit. */
  readonly from?: string | undefined
}

const mostAbove = 300
const mostBelow = 30

/**
 * What a model that is being edited would make of the accounts of a run; nothing is written.
 *
 * @throws ProductError `access.notAllowed`, and what `chooseInRun` finds
 */
export async function previewModel(
  viewer: Viewer,
  sources: StudioSources,
  { run: name, model, from }: PreviewModel,
): Promise<ModelPreview> {
  authorise(viewer, ['administrator', 'analyst'])
  const { warehouse, database, ready } = sources
  const { run, asked, chosen } = await chooseInRun(viewer, sources, { run: name, model })
  const wording = { locale: viewer.locale, currency: run.currency }
  const { selection } = await runSummary(warehouse, run.run_id)
  const [now, base] = await Promise.all([
    tiersNow(warehouse, { asked, tiers: selection?.tiers.map(({ id }) => id) ?? [] }),
    from === undefined ? undefined : findVersion(database, { id: from, ready }),
  ])
  const { scored } = chosen
  const { cells, moved } = moves(chosen, now)
  const decimals = currencyDecimals(run.currency)
  const money = (amount: number): number => Number(amount.toFixed(decimals))
  return {
    criteria: model.criteria.map(({ id, normalization }, place) => ({
      id,
      weight: Number((scored.weights[place] ?? 0).toFixed(6)),
      known: count(scored.criteria[place]?.values, (value) => !Number.isNaN(value)),
      normalization: normalization ?? null,
    })),
    population: count(scored.population, (inside) => inside === 1),
    gated: scored.failed.filter((gate, place) => gate !== null && scored.population[place] === 1).length,
    meanScore: meanScore(chosen),
    tiers: selectionTiers(chosen, wording).map(({ id, accounts, netRevenue, rule, emptyBecause }) => ({
      id,
      accounts,
      netRevenue: money(netRevenue),
      rule,
      emptyBecause,
    })),
    accounts: await toldAccounts(sources, { chosen, now, runId: run.run_id, money }),
    cells: cells.map((cell) => ({ ...cell, netRevenue: money(cell.netRevenue) })),
    moved,
    differences: base === undefined ? [] : describeDifference(base, model, wording),
  }
}

/** From tier to tier, by their ids: a tier that both models have stays the same one. */
function moves({ scored, tiers, columns }: ChosenAccounts, now: (position: number) => string) {
  const cells = new Map<string, ModelPreview['cells'][number]>()
  let moved = 0
  columns.netRevenue.forEach((netRevenue, position) => {
    const [from, to] = [now(position), tierOf({ scored, tiers }, position)]
    if (from !== to) moved++
    const key = `${from} ${to}`
    const cell = cells.get(key) ?? { from, to, accounts: 0, netRevenue: 0 }
    cell.accounts++
    cell.netRevenue += netRevenue
    cells.set(key, cell)
  })
  return { cells: [...cells.values()], moved }
}

async function toldAccounts(
  { warehouse }: StudioSources,
  told: {
    readonly chosen: ChosenAccounts
    readonly now: (position: number) => string
    readonly runId: string
    readonly money: (amount: number) => number
  },
): Promise<PreviewAccount[]> {
  const { chosen, now, runId, money } = told
  const { scored, tiers, columns } = chosen
  const last = scored.model.tiers.length - 1
  const above = chosenAccounts(scored, tiers).slice(0, mostAbove)
  const below: number[] = []
  for (const position of scored.ranking) {
    if (below.length >= mostBelow) break
    if ((tiers.tiers[position] ?? last) === last) below.push(position)
  }
  const positions = [...above, ...below]
  const names = await namesOf(warehouse, { runId, keys: columns.keys, positions })
  return positions.map((position) => ({
    key: String(columns.keys[position] ?? 0n),
    account: names.get(position)?.account ?? '',
    accountName: names.get(position)?.accountName ?? '',
    tier: tierOf(chosen, position),
    tierNow: now(position) || null,
    score: points(scored.scored.scores[position]),
    lower: points(scored.scored.lower[position]),
    upper: points(scored.scored.upper[position]),
    netRevenue: money(columns.netRevenue[position] ?? 0),
  }))
}

function tierOf({ scored, tiers }: Pick<ChosenAccounts, 'scored' | 'tiers'>, position: number): string {
  return scored.model.tiers[tiers.tiers[position] ?? 0]?.id ?? ''
}

function meanScore({ scored }: ChosenAccounts): number {
  let [sum, compared] = [0, 0]
  scored.scored.scores.forEach((score, position) => {
    if (scored.population[position] !== 1) return
    sum += score
    compared++
  })
  return points(compared === 0 ? 0 : sum / compared)
}

function points(score: number | undefined): number {
  return Number((100 * (score ?? 0)).toFixed(2))
}

function count(values: Float64Array | Uint8Array | undefined, isCounted: (value: number) => boolean): number {
  let found = 0
  values?.forEach((value: number) => (found += isCounted(value) ? 1 : 0))
  return found
}
