import type { JobKind, JobState } from '@vitalfew/contract/api/jobs.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Viewer } from '../access/index.ts'
import { type JobRow, shownJob } from './job-row.ts'

type Database = StoreClient['database']

export interface ListJobs {
  readonly page: number
  readonly pageSize: number
  readonly kind?: JobKind | undefined
  readonly state?: JobState | undefined
}

/** Jobs that a person may know of: their own, and all for those who see every account. The newest first. */
export async function listJobs(viewer: Viewer, database: Database, request: ListJobs) {
  const { page, pageSize, kind, state } = request
  let query = visibleJobs(viewer, database)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (state !== undefined) query = query.where('state', '=', state)
  const [rows, counted] = await Promise.all([
    query
      .selectAll()
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
    query.select((build) => build.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { rows: rows.map((row) => shownJob(row, viewer)), total: counted.total }
}

/** One job. @throws ProductError `job.notFound` for one that is not there, or not for this person. */
export async function getJob(viewer: Viewer, database: Database, id: string) {
  return shownJob(await jobOf(viewer, database, id), viewer)
}

export async function jobOf(viewer: Viewer, database: Database, id: string): Promise<JobRow> {
  const found = await visibleJobs(viewer, database).selectAll().where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw new ProductError('job.notFound', { job: id })
  return found
}

/** Jobs that changed since an instant, as the store's clock has it. */
export function jobsChangedSince(viewer: Viewer, database: Database, since: Date): Promise<JobRow[]> {
  return visibleJobs(viewer, database)
    .selectAll()
    .where('changed_at', '>', since)
    .orderBy('changed_at')
    .limit(500)
    .execute()
}

export function jobsUnderWay(viewer: Viewer, database: Database): Promise<JobRow[]> {
  return visibleJobs(viewer, database)
    .selectAll()
    .where('state', 'in', ['waiting', 'running'])
    .orderBy('created_at')
    .limit(500)
    .execute()
}

function visibleJobs(viewer: Viewer, database: Database) {
  const jobs = database.selectFrom('job')
  return viewer.role === 'administrator' || viewer.role === 'analyst'
    ? jobs
    : jobs.where('person_id', '=', viewer.userId)
}
