import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { loadColumns, type SelectionColumns } from './columns/load-columns.ts'
import type { Override } from './overrides/override.ts'
import { type PlacedOverrides, placeOverrides } from './overrides/place-overrides.ts'
import { type RatedAccounts, ratedColumns } from './ratings/rated-columns.ts'
import type { Rating } from './ratings/rating.ts'
import { positionsOf } from './results/named-accounts.query.ts'
import { type PreviousRun, previousRunOf } from './results/previous-run.query.ts'
import { assignModelTiers, type ModelTiers } from './scoring/assign-model-tiers.ts'
import { type ScoredModel, scoreModel } from './scoring/score-model.ts'

export interface ChooseAccounts {
  readonly runId: string
  readonly imports: readonly number[]
  readonly membershipSequence: number
  readonly asOf: string
  readonly model: SelectionModel
  /** Scores that people gave; those that the run may know. */
  readonly ratings?: readonly Rating[]
  readonly overrides?: readonly Override[]
  /** True where the tiers of earlier runs are not to be remembered. */
  readonly isFresh?: boolean
}

export interface ChosenAccounts {
  readonly columns: SelectionColumns
  readonly scored: ScoredModel
  readonly tiers: ModelTiers
  readonly previous: PreviousRun | null
  readonly rated: RatedAccounts
  readonly overrides: PlacedOverrides
}

/** Scores the accounts of a run by a model and gives each its tier. Nothing is written. */
export async function chooseAccounts(warehouse: Warehouse, request: ChooseAccounts): Promise<ChosenAccounts> {
  const { runId, imports, membershipSequence, asOf, model, ratings = [], overrides = [], isFresh = false } = request
  const previous = isFresh ? null : ((await previousRunOf(warehouse, { model, asOf })) ?? null)
  const tierIds = model.tiers.map(({ id }) => id)
  const columns = await loadColumns(warehouse, {
    runId,
    imports,
    membershipSequence,
    asOf,
    models: [model],
    previous: previous === null ? null : { runId: previous.runId, tiers: tierIds },
  })
  const names = [...ratings, ...overrides].map(({ account }) => account)
  const positions = await positionsOf(warehouse, { runId, keys: columns.keys, names })
  const rated = ratedColumns(ratings, { model, accounts: columns.accounts, positions })
  const scored = scoreModel(model, columns, rated.columns)
  const placed = placeOverrides(overrides, { model, asOf, positions })
  const tiers = assignModelTiers(scored, {
    columns,
    asOfDay: dayFromIso(asOf),
    overrides: new Map(placed.placed.map(({ position, place }) => [position, place])),
  })
  return { columns, scored, tiers, previous, rated, overrides: placed }
}
