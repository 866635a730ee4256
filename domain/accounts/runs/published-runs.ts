import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Viewer } from '../../access/index.ts'

type Database = StoreClient['database']

/** A run as everybody sees it: what lists need to know of it without asking the warehouse. */
export type PublishedRun = Awaited<ReturnType<typeof newestRun>> & object

function newestRun(database: Database) {
  return database.selectFrom('published_run').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst()
}

/**
 * The run that is meant: `current`, or one by its name, if it was ever shown.
 *
 * @throws ProductError `run.none` before the first run, `run.notFound`
 */
export async function runNamed(database: Database, name: string = 'current'): Promise<PublishedRun> {
  if (name === 'current') {
    const newest = await newestRun(database)
    if (newest === undefined || newest.run_id === '') throw new ProductError('run.none')
    return newest
  }
  const found = await database
    .selectFrom('published_run')
    .selectAll()
    .where('run_id', '=', name)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (found === undefined) throw new ProductError('run.notFound', { run: name })
  return found
}

/** The run that was shown before another one and as of an earlier day; undefined where there is none. */
export function runBefore(database: Database, run: PublishedRun): Promise<PublishedRun | undefined> {
  return database
    .selectFrom('published_run')
    .selectAll()
    .where('as_of', '<', run.as_of)
    .where('id', '<', run.id)
    .where('run_id', '!=', '')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The facts of a run that go with every answer. */
export function runOfAnswer(run: PublishedRun) {
  return {
    id: run.run_id,
    asOf: run.as_of,
    currency: run.currency,
    publishedAt: run.published_at.toISOString(),
  }
}

/** The runs that were shown, the newest first; one that was shown again stands where it was shown last. */
export async function listRuns(
  viewer: Viewer,
  database: Database,
  { page, pageSize }: { page: number; pageSize: number },
) {
  const newest = await newestRun(database)
  const shown = database
    .selectFrom('published_run')
    .select((row) => row.fn.max('id').as('last'))
    .where('run_id', '!=', '')
    .groupBy('run_id')
  const [rows, counted] = await Promise.all([
    database
      .selectFrom('published_run')
      .selectAll()
      .where('id', 'in', shown)
      .orderBy('id', 'desc')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
    database
      .selectFrom(shown.as('shown'))
      .select((row) => row.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows: rows.map((run) => shownEntry(viewer, runEntry(run, newest))), total: counted.total }
}

function runEntry(run: PublishedRun, newest: PublishedRun | undefined) {
  const cuts: [number, number] = [run.first_cut, run.second_cut]
  return {
    id: run.run_id,
    asOf: run.as_of,
    completedAt: run.completed_at.toISOString(),
    publishedAt: run.published_at.toISOString(),
    isCurrent: run.run_id === newest?.run_id,
    currency: run.currency,
    accounts: run.accounts,
    netRevenue: run.net_revenue,
    measure: run.measure,
    abcCuts: cuts,
    model: run.model,
    imports: run.imports.length,
    product: run.product,
  }
}

/** What all accounts come to is for those who see them all; others get what their own lists are of. */
function shownEntry(viewer: Viewer, entry: ReturnType<typeof runEntry>) {
  return viewer.scopes === 'all' ? entry : { ...entry, accounts: null, netRevenue: null }
}
