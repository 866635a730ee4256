import type { Job, JobStep } from '@vitalfew/contract/api/jobs.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { sql } from 'kysely'
import type { JobFailure, JobRow } from '../job-row.ts'

type Database = StoreClient['database']

const now = sql<Date>`clock_timestamp()`

/** Jobs that no queue knows of yet: it is given each of them once, by its own id. */
export function unqueuedJobs(database: Database): Promise<Pick<JobRow, 'id' | 'kind'>[]> {
  return database
    .selectFrom('job')
    .select(['id', 'kind'])
    .where('state', '=', 'waiting')
    .where('queued_at', 'is', null)
    .orderBy('created_at')
    .execute()
}

/**
 * Gives every unfinished job back to be queued afresh. Only for a server that is the only one on its store: what is
 * under way there died with the server before it.
 */
export async function requeueUnfinished(database: Database): Promise<void> {
  await database
    .updateTable('job')
    .set({ state: 'waiting', step: 'waiting', done: null, rows: null, queued_at: null, changed_at: now })
    .where('state', 'in', ['waiting', 'running'])
    .execute()
}

export async function markQueued(database: Database, id: string): Promise<void> {
  await database.updateTable('job').set({ queued_at: now }).where('id', '=', id).execute()
}

/** Begins a job, once more where an earlier attempt died; undefined where there is nothing left to do. */
export function beginJob(database: Database, id: string): Promise<JobRow | undefined> {
  return database
    .updateTable('job')
    .set((row) => ({
      state: 'running',
      step: 'starting',
      done: null,
      rows: null,
      attempts: row('attempts', '+', 1),
      started_at: now,
      changed_at: now,
    }))
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .returningAll()
    .executeTakeFirst()
}

export interface JobProgress {
  readonly step: JobStep
  readonly done: number | null
  readonly rows: number | null
}

/** Notes how far a job is; tells whether it was asked to end. */
export async function noteProgress(database: Database, id: string, progress: JobProgress): Promise<boolean> {
  const noted = await database
    .updateTable('job')
    .set({ ...progress, changed_at: now })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .returning('cancel_asked')
    .executeTakeFirst()
  return noted?.cancel_asked ?? true
}

/** Whether a job was asked to end, or has been ended by others. */
export async function isAskedToEnd(database: Database, id: string): Promise<boolean> {
  const found = await database
    .selectFrom('job')
    .select(['cancel_asked', 'state'])
    .where('id', '=', id)
    .executeTakeFirst()
  return found === undefined || found.cancel_asked || found.state !== 'running'
}

export type JobEnd =
  | { readonly state: 'done'; readonly result: Job['result'] }
  | { readonly state: 'failed'; readonly failure: JobFailure }
  | { readonly state: 'cancelled' }

/** Says how a job ended; what has ended already stays as it is. */
export async function endJob(database: Database, id: string, end: JobEnd): Promise<void> {
  await database
    .updateTable('job')
    .set({
      state: end.state,
      finished_at: now,
      changed_at: now,
      ...(end.state === 'done' ? { step: 'done', done: 1, result: JSON.stringify(end.result) } : {}),
      ...(end.state === 'failed' ? { failure: JSON.stringify(end.failure) } : {}),
    })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .execute()
}

/** Gives a job back that was not brought to its end through no fault of its own: the attempt does not count. */
export async function handBackJob(database: Database, id: string): Promise<void> {
  await database
    .updateTable('job')
    .set((row) => ({
      state: 'waiting',
      step: 'waiting',
      done: null,
      attempts: row('attempts', '-', 1),
      changed_at: now,
    }))
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute()
}
