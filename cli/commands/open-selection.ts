import { ProductError } from '@vitalfew/contract/errors.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import {
  addRatings,
  defaultModel,
  type GivenFigure,
  keepModelVersion,
  keptModel,
  knownFigures,
  type Override,
  overridesOf,
  type Rating,
  ratingsBefore,
  readModel,
  readRatings,
} from '@vitalfew/domain/selection/index.ts'
import { readyModelFile, readyModelNames } from '@vitalfew/samples/model-files.ts'
import type { OpenStore } from '@vitalfew/store/open-store.ts'
import type { CommandSurroundings } from './open-sales.ts'

/** Opens the store that is named, or that the environment names, or the one in a directory; else there is none. */
export type OpenSomeStore = (options: {
  readonly directory: string | undefined
  readonly durable: boolean
  /** The address of a server; '' for the one in the directory, whatever the environment says. */
  readonly database?: string
}) => Promise<OpenStore | undefined>

export interface SelectSurroundings extends CommandSurroundings {
  readonly locale: Locale
  readonly openStore: OpenSomeStore
}

export type StoreDatabase = OpenStore['store']['database']

/**
 * The model that is meant: a file, one that comes along, or one that was used in this workspace, as `name` (its newest
 * version) or `name@2`.
 *
 * @throws ProductError `model.notFound` and what is wrong with the document
 */
export async function findModel(
  named: string | undefined,
  database: StoreDatabase | undefined,
): Promise<SelectionModel> {
  if (named === undefined || named === defaultModel.name) return defaultModel
  if (/[/\\]|\.json$/i.test(named)) return readModel(named)
  const ready = readyModelNames()
  if (ready.includes(named)) return readModel(readyModelFile(named))
  const [, name = named, version] = /^(.*)@(\d+)$/.exec(named) ?? []
  const kept =
    database === undefined
      ? undefined
      : await keptModel(database, { name, version: version === undefined ? undefined : Number(version) })
  const found =
    kept ?? (await comingAlong({ name, version: version === undefined ? undefined : Number(version) }, ready))
  if (found === undefined) {
    throw new ProductError('model.notFound', { model: named, models: [defaultModel.name, ...ready].join(', ') })
  }
  return found
}

/** `name@1` of a model that comes along and has not been used yet. */
async function comingAlong(
  { name, version }: { readonly name: string; readonly version: number | undefined },
  ready: readonly string[],
): Promise<SelectionModel | undefined> {
  const model =
    name === defaultModel.name ? defaultModel : ready.includes(name) ? await readModel(readyModelFile(name)) : undefined
  return version === undefined || model?.version === version ? model : undefined
}

/** What people gave to a selection, as far as a run may know it. */
export interface GivenByPeople {
  readonly ratings: readonly Rating[]
  readonly overrides: readonly Override[]
  readonly figures: readonly GivenFigure[]
}

/**
 * Keeps the model and the scores and figures of files in the workspace's store, and gives back all scores, overrides and
 * figures that count. In a workspace that is thrown away there is no store, and only the files count.
 *
 * @param request `asOf`: where it is named, only scores and figures of earlier days count
 */
export async function givenByPeople(
  database: StoreDatabase | undefined,
  request: {
    readonly model: SelectionModel
    readonly scores: string | undefined
    readonly figures: string | undefined
    readonly author: string | undefined
    readonly asOf: string | undefined
    readonly today: string
    readonly locale: Locale
    readonly currency: string
  },
): Promise<GivenByPeople> {
  const { model, scores, asOf, today, locale, currency, author = '' } = request
  const fresh = scores === undefined ? [] : await readRatings({ path: scores, model, today })
  const wanted = { models: [model], path: request.figures, today, author, before: asOf, isKept: true }
  if (database === undefined) {
    const figures = await knownFigures(undefined, wanted)
    return { ratings: fresh.filter(({ day }) => asOf === undefined || day < asOf), overrides: [], figures }
  }
  const figures = await knownFigures(database, wanted)
  await keepModelVersion(database, model, { locale, currency })
  if (scores !== undefined) await addRatings(database, { ratings: fresh, file: scores })
  const ids = new Set(model.criteria.map(({ id }) => id))
  const ratings = (await ratingsBefore(database, asOf)).filter(({ criterion }) => ids.has(criterion))
  return { ratings, overrides: await overridesOf(database, model.name), figures }
}
