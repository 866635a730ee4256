import { ProductError } from '@vitalfew/contract/errors.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { metricsOf } from '../model/metrics-of.ts'
import { plainName } from '../words/plain-name.ts'
import { addFigures, figuresOfColumns, givenColumns } from './figure-log.ts'
import type { GivenFigure } from './given-figure.ts'
import { givenColumnOf } from './given-metric.ts'
import { readFigures } from './read-figures.ts'

export interface KnownFigures {
  readonly models: readonly SelectionModel[]
  /** A file that brings figures. */
  readonly path: string | undefined
  readonly today: string
  readonly author: string
  /** Only figures of earlier days; all where absent. */
  readonly before: string | undefined
  /** Whether the figures of the file are kept in the store. */
  readonly isKept: boolean
}

/**
 * The given figures that models ask for: of a file, and of the store where there is one.
 *
 * @throws ProductError `figures.missing` where no file ever brought a column that a model asks for, and what `readFigures`
 *   finds
 */
export async function knownFigures(
  database: StoreClient['database'] | undefined,
  { models, path, today, author, before, isKept }: KnownFigures,
): Promise<GivenFigure[]> {
  const fresh = path === undefined ? [] : await readFigures({ path, today, author })
  const isStored = database !== undefined && isKept
  if (isStored) await addFigures(database, fresh)
  const kept = database === undefined ? [] : await givenColumns(database)
  const columns = [...new Set([...kept, ...fresh.map(({ figure }) => figure)])]
  const asked = askedColumns(models, columns)
  const figures = [
    ...(database === undefined
      ? []
      : await figuresOfColumns(
          database,
          kept.filter((name) => asked.has(plainName(name))),
        )),
    ...(isStored ? [] : fresh.filter(({ figure }) => asked.has(plainName(figure)))),
  ]
  return before === undefined ? figures : figures.filter(({ day }) => day < before)
}

/** The columns that models ask for, without their spelling. */
function askedColumns(models: readonly SelectionModel[], columns: readonly string[]): Set<string> {
  const asked = new Set<string>()
  const found = new Set(columns.map(plainName))
  for (const model of models) {
    for (const metric of metricsOf(model)) {
      const figure = givenColumnOf(metric)
      if (figure === undefined) continue
      if (!found.has(plainName(figure))) {
        const missing = { model: `${model.name}@${model.version}`, figure, columns: columns.join(', ') || '–' }
        throw new ProductError('figures.missing', missing)
      }
      asked.add(plainName(figure))
    }
  }
  return asked
}
