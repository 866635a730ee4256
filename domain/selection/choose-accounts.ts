import type { AccountLevel } from '@vitalfew/contract/identity.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { loadColumns, type LoadColumns, type SelectionColumns } from './columns/load-columns.ts'
import { type GivenAccounts, givenAccounts } from './figures/given-accounts.ts'
import type { GivenFigure } from './figures/given-figure.ts'
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
  /** Of what the figures of the run are; of accounts where left out. */
  readonly level?: AccountLevel | undefined
  readonly model: SelectionModel
  /** Scores that people gave; those that the run may know. */
  readonly ratings?: readonly Rating[]
  readonly overrides?: readonly Override[]
  /** Figures that do not come from sales; those that the run may know. */
  readonly figures?: readonly GivenFigure[]
  /** True where the tiers of earlier runs are not to be remembered. */
  readonly isFresh?: boolean
  /** Where columns come from; they are read anew where left out. */
  readonly columnsOf?: (request: LoadColumns) => Promise<SelectionColumns>
}

export interface ChosenAccounts {
  readonly asOf: string
  readonly columns: SelectionColumns
  readonly scored: ScoredModel
  readonly tiers: ModelTiers
  readonly previous: PreviousRun | null
  readonly rated: RatedAccounts
  readonly given: GivenAccounts
  readonly overrides: PlacedOverrides
}

/** Scores the accounts of a run by a model and gives each its tier. Nothing is written. */
export async function chooseAccounts(warehouse: Warehouse, request: ChooseAccounts): Promise<ChosenAccounts> {
  const { runId, imports, membershipSequence, asOf, model, level = 'account', isFresh = false } = request
  const { ratings = [], overrides = [], figures = [], columnsOf = (wanted) => loadColumns(warehouse, wanted) } = request
  const previous = isFresh ? null : ((await previousRunOf(warehouse, { model, asOf, level })) ?? null)
  const tierIds = model.tiers.map(({ id }) => id)
  const loaded = await columnsOf({
    runId,
    imports,
    membershipSequence,
    asOf,
    models: [model],
    previous: previous === null ? null : { runId: previous.runId, tiers: tierIds },
  })
  const names = new Set([...ratings, ...overrides, ...figures].map(({ account }) => account))
  const positions = await positionsOf(warehouse, { runId, keys: loaded.keys, names: [...names] })
  const given = givenAccounts(figures, { model, accounts: loaded.accounts, positions })
  const columns = { ...loaded, figures: new Map([...loaded.figures, ...given.columns]) }
  const rated = ratedColumns(ratings, { model, accounts: columns.accounts, positions })
  const scored = scoreModel(model, columns, rated.columns)
  const placed = placeOverrides(overrides, { model, asOf, positions })
  const tiers = assignModelTiers(scored, {
    columns,
    asOfDay: dayFromIso(asOf),
    overrides: new Map(placed.placed.map(({ position, place }) => [position, place])),
  })
  return { asOf, columns, scored, tiers, previous, rated, given, overrides: placed }
}
