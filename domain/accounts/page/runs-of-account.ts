import type { AccountPage } from '@vitalfew/contract/api/account-page.ts'
import type { AccountSources } from '../list/selected-accounts.ts'
import { accountHistory } from './account-page.query.ts'
import { isScoreHidden } from '../list/hidden-fields.ts'
import { levelOfRun, scoresTell } from '../runs/published-runs.ts'
import type { VisibleAccount } from './visible-account.ts'

const mostRuns = 24

/** What the account was in the last runs that were shown, one for each day they stood on, oldest first. */
export async function runsOfAccount(
  { warehouse, database }: AccountSources,
  { run, key, seesProfit, seesAll }: VisibleAccount,
): Promise<AccountPage['history']> {
  const shown = await database
    .selectFrom('published_run')
    .leftJoin('job', 'job.id', 'published_run.job_id')
    .select(['published_run.run_id', 'published_run.as_of', ...scoresTell])
    .distinctOn('published_run.as_of')
    .where('published_run.run_id', '!=', '')
    .where(levelOfRun, '=', run.level)
    .where('published_run.as_of', '<=', run.as_of)
    .where('published_run.id', '<=', run.id)
    .orderBy('published_run.as_of', 'desc')
    .orderBy('published_run.id', 'desc')
    .limit(mostRuns)
    .execute()
  const rows = await warehouse.rows(accountHistory, { runs: shown.map((one) => one.run_id), key })
  const byRun = new Map(rows.map((row) => [row.run, row]))
  return shown.toReversed().flatMap((one) => {
    const row = byRun.get(one.run_id)
    if (row === undefined) return []
    return [{ ...row, score: isScoreHidden(one, { seesProfit, seesAll }) ? null : row.score, asOf: one.as_of }]
  })
}
