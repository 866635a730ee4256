import { ProductError } from '@vitalfew/contract/errors.ts'
import { TrialRequest } from '@vitalfew/contract/api/segments.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import { type AccountSources, type PublishedRun, runNamed } from '../../accounts/index.ts'
import { studioTable } from '../studio/studio-table.ts'
import { writeSegments } from './account-segment.query.ts'
import { assignAccounts } from './assign-accounts.ts'
import { SavedModel } from './saved-model.ts'

interface Assigned {
  readonly id: string
  readonly run: PublishedRun
  readonly locale: Locale
}

/** Puts the accounts of a run into the clusters of a saved segmentation, unless that was done before. */
async function assignSegmentation(
  { warehouse, database }: AccountSources,
  { id, run, locale }: Assigned,
): Promise<void> {
  const done = await database
    .selectFrom('segment_assignment')
    .select('run_id')
    .where('segmentation_id', '=', id)
    .where('run_id', '=', run.run_id)
    .executeTakeFirst()
  if (done !== undefined) return
  const row = await database
    .selectFrom('segmentation')
    .select(['model', 'request'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new ProductError('segmentation.notFound')
  const model = SavedModel.parse(row.model)
  const { features } = TrialRequest.parse(row.request)
  const { table } = await studioTable(warehouse, { run, features, locale })
  const clusters = assignAccounts(table, model)
  const runId = run.run_id
  await writeSegments(warehouse, { segmentation: id, runId, keys: table.accounts, clusters })
  const leftOut = clusters.reduce((count, cluster) => count + (cluster === 0 ? 1 : 0), 0)
  await database
    .insertInto('segment_assignment')
    .values({
      segmentation_id: id,
      run_id: runId,
      as_of: run.as_of,
      way: 'model',
      accounts: clusters.length - leftOut,
      left_out: leftOut,
    })
    .onConflict((conflict) => conflict.columns(['segmentation_id', 'run_id']).doNothing())
    .execute()
}

/** Puts the accounts of the current run into the clusters of every segmentation in use, as far as they are not there yet. */
export async function assignCurrentRun(sources: AccountSources, locale: Locale): Promise<void> {
  const run = await runNamed(sources.database)
  for (const id of await segmentationsInUse(sources.database)) await assignSegmentation(sources, { id, run, locale })
}

export async function segmentationsInUse(database: AccountSources['database']): Promise<string[]> {
  const rows = await database
    .selectFrom('segmentation')
    .select('id')
    .where('saved_at', 'is not', null)
    .where('retired_at', 'is', null)
    .orderBy('saved_at')
    .execute()
  return rows.map(({ id }) => id)
}
