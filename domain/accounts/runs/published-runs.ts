import { ProductError } from '@vitalfew/contract/errors.ts'
import { accountLevels } from '@vitalfew/contract/identity-names.ts'
import type { AccountLevel } from '@vitalfew/contract/identity.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { StoreTables } from '@vitalfew/store/tables.ts'
import { type Selectable, sql } from 'kysely'
import type { Viewer } from '../../access/index.ts'

type Database = StoreClient['database']

/** A run as everybody sees it: what lists need to know of it without asking the warehouse. */
export type PublishedRun = Selectable<StoreTables['published_run']> & {
  readonly level: AccountLevel
  /** Whether its model looks at profit, so that its scores tell of it. */
  readonly scores_profit: boolean
  /** Whether its model looks at shares of the whole company. */
  readonly scores_share: boolean
}

/** Of whom the figures are is what the job was asked for. */
export const levelOfRun = sql<AccountLevel>`coalesce(job.input ->> 'level', 'account')`

/**
 * A score is a sum of what the model looks at: with the other figures known, the one kept back is read off it. A model
 * that is not kept may look at anything.
 */
const scoresProfit = sql<boolean>`coalesce(
  (SELECT jsonb_path_exists(m.document, '$.** ? (@.metric like_regex "profit|margin|contribution" flag "i"
      || @.need like_regex "profit|margin|contribution" flag "i"
      || $valued == true && (@.metric like_regex "clv|value" flag "i" || @.need like_regex "clv|value" flag "i"))',
      jsonb_build_object('valued', published_run.value_basis IN ('grossProfit', 'contribution')))
    FROM selection_model AS m WHERE m.name || ' ' || m.version = published_run.model), true)`

/** With the other figures known, a share of the whole is read off the score too, and so is what the whole comes to. */
const scoresShare = sql<boolean>`coalesce(
  (SELECT jsonb_path_exists(m.document, '$.criteria[*] ? (@.metric == "share" || @.metric == "cumulativeShare")')
    FROM selection_model AS m WHERE m.name || ' ' || m.version = published_run.model), true)`

/** What the scores of a run tell of besides the account, by what its model looks at. */
export const scoresTell = [scoresProfit.as('scores_profit'), scoresShare.as('scores_share')] as const

function shownRuns(database: Database) {
  return database
    .selectFrom('published_run')
    .leftJoin('job', 'job.id', 'published_run.job_id')
    .selectAll('published_run')
    .select([levelOfRun.as('level'), ...scoresTell])
}

/** The run of a level that was shown last; where everything was taken out since, that there is none. */
export function newestRun(database: Database, level: AccountLevel): Promise<PublishedRun | undefined> {
  return shownRuns(database)
    .where((is) => is.or([is(levelOfRun, '=', level), is('published_run.run_id', '=', '')]))
    .orderBy('published_run.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/**
 * The run that is meant: `current`; `group`, `legal` or `billing` for the newest of that level; or one by its name, if it
 * was ever shown.
 *
 * @throws ProductError `run.none` before the first run, `run.notFound`
 */
export async function runNamed(database: Database, name: string = 'current'): Promise<PublishedRun> {
  const level = name === 'current' ? 'account' : accountLevels.find((each) => each === name)
  if (level !== undefined) {
    const newest = await newestRun(database, level)
    if (newest === undefined || newest.run_id === '') throw new ProductError('run.none')
    return newest
  }
  const found = await shownRuns(database)
    .where('published_run.run_id', '=', name)
    .orderBy('published_run.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (found === undefined) throw new ProductError('run.notFound', { run: name })
  return found
}

/**
 * The run that somebody means. Groups are more than the accounts in them: they are for those who see every account.
 *
 * @throws ProductError `access.notAllowed`, `run.none`, `run.notFound`
 */
export async function runSeenBy(viewer: Viewer, database: Database, name?: string): Promise<PublishedRun> {
  const run = await runNamed(database, name)
  if (run.level !== 'account' && viewer.scopes !== 'all') throw new ProductError('access.notAllowed')
  return run
}

/** The run of the same level that was shown before another one and as of an earlier day; undefined where there is none. */
export function runBefore(database: Database, run: PublishedRun): Promise<PublishedRun | undefined> {
  return shownRuns(database)
    .where(levelOfRun, '=', run.level)
    .where('published_run.as_of', '<', run.as_of)
    .where('published_run.id', '<', run.id)
    .where('published_run.run_id', '!=', '')
    .orderBy('published_run.id', 'desc')
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
  const newest = await newestRun(database, 'account')
  const shown = database
    .selectFrom('published_run')
    .select((row) => row.fn.max('id').as('last'))
    .where('run_id', '!=', '')
    .groupBy('run_id')
  const [rows, counted] = await Promise.all([
    shownRuns(database)
      .where('published_run.id', 'in', shown)
      .orderBy('published_run.id', 'desc')
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
    isCurrent: run.level === 'account' && run.run_id === newest?.run_id,
    level: run.level,
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
