import type { ModelPreview, PreviewAccount } from '@vitalfew/contract/api/selection-models.ts'
import { currencyDecimals } from '@vitalfew/contract/currency.ts'
import type { Viewer } from '../../access/index.ts'
import { runSummary } from '../../accounts/index.ts'
import { noTier } from '@vitalfew/methods/tiering/tier-codes.ts'
import type { ChosenAccounts } from '../choose-accounts.ts'
import { findVersion } from '../model/find-version.ts'
import { namesOf } from '../results/named-accounts.query.ts'
import { chosenAccounts } from '../tell/chosen-accounts.ts'
import { selectionTiers } from '../tell/selection-tiers.ts'
import { describeDifference } from '../words/describe-difference.ts'
import { chooseInRun } from './choose-in-run.ts'
import type { PreviewModel } from './preview-model.ts'
import type { StudioEngine, StudioSources } from './sources.ts'
import { type TiersNow, tiersNow } from './tiers-now.ts'

const mostAbove = 300
const mostBelow = 30

/**
 * Scores the accounts of a run by a model that is being edited, and says what that changes.
 *
 * @throws ProductError as `chooseInRun` does
 */
export async function modelPreview(
  viewer: Viewer,
  sources: StudioEngine,
  { run: name, model, from }: PreviewModel,
): Promise<ModelPreview> {
  const { warehouse, database, ready } = sources
  const { run, asked, chosen } = await chooseInRun(viewer, sources, { run: name, model })
  const wording = { locale: viewer.locale, currency: run.currency }
  const { selection } = await runSummary(warehouse, run.run_id)
  const [now, base] = await Promise.all([
    tiersNow(sources, { asked, tiers: selection?.tiers.map(({ id }) => id) ?? [] }),
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
      known: knownIn(scored.criteria[place]?.values),
      normalization: normalization ?? null,
    })),
    population: scored.population.reduce((sum, inside) => sum + inside, 0),
    gated: gatedOf(chosen),
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
function moves({ scored, tiers, columns }: ChosenAccounts, now: TiersNow) {
  const before = [...now.tiers, '']
  const cells = before.flatMap((from) =>
    scored.model.tiers.map(({ id }) => ({ from, to: id, accounts: 0, netRevenue: 0 })),
  )
  const width = scored.model.tiers.length
  columns.netRevenue.forEach((netRevenue, position) => {
    const place = Math.min(now.places?.[position] ?? noTier, now.tiers.length)
    const cell = cells[place * width + (tiers.tiers[position] ?? 0)]
    if (cell === undefined) return
    cell.accounts++
    cell.netRevenue += netRevenue
  })
  const moved = cells.reduce((sum, { from, to, accounts }) => sum + (from === to ? 0 : accounts), 0)
  return { cells: cells.filter(({ accounts }) => accounts > 0), moved }
}

async function toldAccounts(
  { warehouse }: Pick<StudioSources, 'warehouse'>,
  told: {
    readonly chosen: ChosenAccounts
    readonly now: TiersNow
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
    tierNow: now.tiers[now.places?.[position] ?? noTier] ?? null,
    score: points(scored.scored.scores[position]),
    lower: points(scored.scored.lower[position]),
    upper: points(scored.scored.upper[position]),
    netRevenue: money(columns.netRevenue[position] ?? 0),
  }))
}

function tierOf({ scored, tiers }: Pick<ChosenAccounts, 'scored' | 'tiers'>, position: number): string {
  return scored.model.tiers[tiers.tiers[position] ?? 0]?.id ?? ''
}

function gatedOf({ scored: { failed, population } }: ChosenAccounts): number {
  let gated = 0
  for (let place = 0; place < failed.length; place++) if (failed[place] !== null && population[place] === 1) gated++
  return gated
}

function meanScore({ scored }: ChosenAccounts): number {
  const { scores } = scored.scored
  let [sum, compared] = [0, 0]
  for (let position = 0; position < scores.length; position++) {
    if (scored.population[position] !== 1) continue
    sum += scores[position] ?? 0
    compared++
  }
  return points(compared === 0 ? 0 : sum / compared)
}

function points(score: number | undefined): number {
  return Number((100 * (score ?? 0)).toFixed(2))
}

/** Counted once for a column, which stays the same while weights are tried. */
const knownCounts = new WeakMap<Float64Array, number>()

function knownIn(values: Float64Array | undefined): number {
  if (values === undefined) return 0
  const counted = knownCounts.get(values)
  if (counted !== undefined) return counted
  let known = 0
  for (const value of values) if (!Number.isNaN(value)) known++
  knownCounts.set(values, known)
  return known
}
