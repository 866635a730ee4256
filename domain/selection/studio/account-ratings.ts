import type { AccountRatings, ScoredCriterion } from '@vitalfew/contract/api/selection-people.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { authorise, type Viewer } from '../../access/index.ts'
import { recordAudit } from '../../audit/index.ts'
import { ratingsOfAccount } from '../ratings/rated-columns.ts'
import type { Rating } from '../ratings/rating.ts'
import { ratingsBefore } from '../ratings/rating-log.ts'
import { type SeenAccount, seenAccount, seenByName } from './seen-accounts.query.ts'
import type { StudioSources } from './sources.ts'

const raters = ['administrator', 'analyst', 'manager', 'accountManager'] as const

/** Scores that people gave the accounts that the viewer sees, or one of them. */
export async function listRatings(
  viewer: Viewer,
  sources: StudioSources,
  { key }: { readonly key?: string | undefined },
): Promise<{ criteria: ScoredCriterion[]; rows: AccountRatings[] }> {
  authorise(viewer, raters)
  const criteria = await scoredCriteria(sources)
  const ratings = await ratingsBefore(sources.database, undefined)
  if (ratings.length === 0 && key === undefined) return { criteria, rows: [] }
  const accounts =
    key === undefined
      ? await seenByName(
          viewer,
          sources,
          ratings.map(({ account }) => account),
        )
      : [await seenAccount(viewer, sources, key)]
  return { criteria, rows: ratedRows(ratings, { accounts, criteria }) }
}

export interface RateAccount {
  readonly key: string
  readonly criterion: string
  readonly score: number
  readonly reason: string
}

/**
 * Scores an account. A later score of the same person counts instead of an earlier one; both are kept.
 *
 * @throws ProductError `accounts.notFound`, `scores.notScored`, `scores.outsideScale`
 */
export async function rateAccount(
  viewer: Viewer,
  sources: StudioSources,
  { key, criterion, score, reason }: RateAccount,
): Promise<AccountRatings> {
  authorise(viewer, raters)
  const { database } = sources
  const [account, criteria] = await Promise.all([seenAccount(viewer, sources, key), scoredCriteria(sources)])
  const scale = criteria.find(({ id }) => id === criterion)
  if (scale === undefined) throw new ProductError('scores.notScored', { criterion })
  const scores = scale.anchors.map((anchor) => anchor.score)
  const [lowest, highest] = [Math.min(...scores), Math.max(...scores)]
  if (score < lowest || score > highest) throw new ProductError('scores.outsideScale', { score, lowest, highest })
  const department = await departmentOf(sources, viewer)
  const day = new Date().toISOString().slice(0, 10)
  const rating = { account: account.account, criterion, score, rater: viewer.name, department, day, reason }
  await database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('selection_rating')
      .values({ ...rating, file: '' })
      .onConflict((conflict) => conflict.constraint('selection_rating_once').doNothing())
      .execute()
    const subject = `account:${key}`
    await recordAudit(transaction, { viewer, action: 'account.rated', subject, details: { criterion, score, reason } })
  })
  const ratings = await ratingsBefore(database, undefined)
  const [row] = ratedRows(ratings, { accounts: [account], criteria: [scale] })
  if (row === undefined) throw new ProductError('accounts.notFound', { account: key })
  return row
}

/** The criteria that people score, of every version of a model that was saved or used here; of one id the latest. */
export async function scoredCriteria({
  database,
  ready,
}: Pick<StudioSources, 'database' | 'ready'>): Promise<ScoredCriterion[]> {
  const rows = await database.selectFrom('selection_model').select('document').orderBy('saved_at').execute()
  const models = [...ready, ...rows.map(({ document }) => SelectionModel.parse(document))]
  const found = new Map<string, ScoredCriterion>()
  for (const { criteria } of models) {
    for (const { id, title, scale } of criteria) {
      if (scale !== undefined) found.set(id, { id, title, anchors: scale.anchors })
    }
  }
  return [...found.values()]
}

function ratedRows(
  ratings: readonly Rating[],
  { accounts, criteria }: { readonly accounts: readonly SeenAccount[]; readonly criteria: readonly ScoredCriterion[] },
): AccountRatings[] {
  const byName = new Map(accounts.flatMap((each) => [[each.accountName, each] as const, [each.account, each] as const]))
  const scales = new Map(criteria.map(({ id, anchors }) => [id, anchors.map(({ score }) => score)]))
  const known = ratings.flatMap((rating) => {
    const found = byName.get(rating.account)
    return found === undefined || !scales.has(rating.criterion) ? [] : [{ ...rating, account: found.account }]
  })
  const groups = Map.groupBy(known, ({ account, criterion }) => JSON.stringify([account, criterion]))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    const seen = byName.get(first?.account ?? '')
    if (first === undefined || seen === undefined) return []
    const { latest, mean, isDisputed } = ratingsOfAccount(group, scales.get(first.criterion) ?? [])
    const shown = latest.map(({ score, rater, department, day, reason }) => ({ score, rater, department, day, reason }))
    const { account, accountName } = seen
    return [{ account, accountName, criterion: first.criterion, mean, isDisputed, ratings: shown }]
  })
}

/** For whom somebody speaks: the first of their departments. */
async function departmentOf({ database }: StudioSources, { userId }: Viewer): Promise<string> {
  const found = await database
    .selectFrom('department')
    .leftJoin('department_member', 'department_member.department_id', 'department.id')
    .select('department.name')
    .where((row) => row.or([row('department_member.person_id', '=', userId), row('department.leader_id', '=', userId)]))
    .orderBy('department.name')
    .limit(1)
    .executeTakeFirst()
  return found?.name ?? ''
}
