import { ProductError } from '@vitalfew/contract/errors.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { Viewer } from '../../access/index.ts'
import { type PublishedRun, runNamed } from '../../accounts/index.ts'
import { type ChooseAccounts, chooseAccounts, type ChosenAccounts } from '../choose-accounts.ts'
import { knownFigures } from '../figures/known-figures.ts'
import { overridesOf } from '../overrides/override-log.ts'
import { ratingsBefore } from '../ratings/rating-log.ts'
import { knownUntil } from './known-until.ts'
import { refuseProfit } from './refuse-profit.ts'
import type { StudioEngine } from './sources.ts'
import { checkSentModel } from './check-sent-model.ts'

export interface ChosenInRun {
  readonly run: PublishedRun
  readonly asked: ChooseAccounts
  readonly chosen: ChosenAccounts
}

/**
 * Chooses the accounts of a run by a model that is being tried, with all that people gave and the run may know; nothing is
 * written.
 *
 * @throws ProductError `run.none`, `run.notFound`, `accounts.fieldHidden`, `figures.missing`, and what `checkModel` finds
 */
export async function chooseInRun(
  viewer: Viewer,
  { warehouse, database, columnsOf }: Omit<StudioEngine, 'ready'>,
  { run: name, model }: { readonly run: string; readonly model: SelectionModel },
): Promise<ChosenInRun> {
  checkSentModel(model, viewer.locale)
  refuseProfit(viewer, model)
  const run = await runNamed(database, name)
  const before = await knownUntil(database, run)
  const given = { models: [model], path: undefined, today: run.as_of, author: '', before, isKept: false }
  const [figures, ratings, overrides] = await Promise.all([
    knownFigures(database, given),
    ratingsBefore(database, before),
    overridesOf(database, model.name),
  ])
  const tiers = new Set(model.tiers.map(({ id }) => id))
  const asked = {
    runId: run.run_id,
    imports: run.imports,
    membershipSequence: run.membership_sequence,
    asOf: run.as_of,
    level: run.level,
    model,
    figures,
    ratings,
    // A tier that is being taken out cannot be anybody's.
    overrides: overrides.filter(({ tier }) => tiers.has(tier)),
    ...(columnsOf === undefined ? {} : { columnsOf }),
  }
  const chosen = await chooseAccounts(warehouse, asked).catch((cause: unknown) => {
    // What the mathematics refuses is a figure of the document that nobody can work with.
    if (!(cause instanceof RangeError)) throw cause
    const place = { file: model.title[viewer.locale], path: 'criteria', problem: cause.message }
    throw new ProductError('model.invalid', place, { cause })
  })
  return { run, asked, chosen }
}
