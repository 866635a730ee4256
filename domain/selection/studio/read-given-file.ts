import { basename } from 'node:path'
import type { GivenFile } from '@vitalfew/contract/api/given-files.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { Viewer } from '../../access/index.ts'
import { runNamed } from '../../accounts/index.ts'
import { recordAudit } from '../../audit/index.ts'
import { addFiguresIn } from '../figures/figure-log.ts'
import { readFigures } from '../figures/read-figures.ts'
import { addRatingsIn } from '../ratings/rating-log.ts'
import { readRatings } from '../ratings/read-ratings.ts'
import { keysOf } from '../results/named-accounts.query.ts'
import { scoredCriteria } from './account-ratings.ts'
import type { StudioEngine, StudioSources } from './sources.ts'

export interface ReadGivenFile {
  readonly kind: GivenFile['kind']
  readonly path: string
}

const strangersTold = 20

/**
 * Reads a file of scores or figures and adds what it says to the log.
 *
 * @throws ProductError `input.*`, `scores.*`, `figures.*`
 */
export async function readGivenFile(
  viewer: Viewer,
  sources: StudioEngine,
  { kind, path }: ReadGivenFile,
): Promise<GivenFile> {
  const { database } = sources
  const file = basename(path)
  const read = kind === 'figures' ? await figuresIn(viewer, path) : await ratingsIn(viewer, { sources, path })
  const added = await database.transaction().execute(async (transaction) => {
    const fresh = await read.add(transaction)
    const details = { kind, file, values: read.values, added: fresh, columns: read.columns }
    await recordAudit(transaction, { viewer, action: 'selection.fileTaken', subject: `file:${file}`, details })
    return fresh
  })
  const { values, columns, accounts } = read
  const strangers = await strangersAmong(sources, accounts)
  return {
    kind,
    file,
    values,
    added,
    columns: [...columns],
    accounts: accounts.length,
    strangers: strangers.length,
    strangersTold: strangers.slice(0, strangersTold),
  }
}

interface GivenValues {
  readonly values: number
  readonly columns: readonly string[]
  readonly accounts: readonly string[]
  readonly add: (transaction: StudioSources['database']) => Promise<number>
}

async function figuresIn({ name }: Viewer, path: string): Promise<GivenValues> {
  const figures = await readFigures({ path, today: today(), author: name })
  return {
    values: figures.length,
    columns: distinct(figures.map(({ figure }) => figure)),
    accounts: distinct(figures.map(({ account }) => account)),
    add: (transaction) => addFiguresIn(transaction, figures),
  }
}

async function ratingsIn(
  { name, locale }: Viewer,
  { sources, path }: { readonly sources: StudioEngine; readonly path: string },
): Promise<GivenValues> {
  const scored = await scoredCriteria(sources)
  const criteria = scored.map(({ id, title, anchors }) => ({ id, title, scale: { anchors } }))
  const read = await readRatings({ path, model: { criteria }, today: today() })
  const ratings = read.map((rating) => (rating.rater === '' ? { ...rating, rater: name } : rating))
  const titles = new Map(scored.map(({ id, title }) => [id, title[locale]]))
  return {
    values: ratings.length,
    columns: distinct(ratings.map(({ criterion }) => titles.get(criterion) ?? criterion)),
    accounts: distinct(ratings.map(({ account }) => account)),
    add: (transaction) => addRatingsIn(transaction, { ratings, file: basename(path) }),
  }
}

/** Accounts that nobody in the current run bears the name of; none where there is no run. */
async function strangersAmong({ warehouse, database }: StudioEngine, names: readonly string[]): Promise<string[]> {
  const run = await runNamed(database).catch((cause: unknown) => {
    if (cause instanceof ProductError && cause.code === 'run.none') return undefined
    throw cause
  })
  if (run === undefined) return []
  const keys = await keysOf(warehouse, { runId: run.run_id, names })
  return names.filter((name) => !keys.has(name))
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)]
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}
