import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { sql } from 'kysely'
import type { Viewer } from '../access/index.ts'
import { recordAudit } from '../audit/index.ts'
import { jobOf, getJob } from './list-jobs.ts'

/**
 * Asks for a job to be ended. One that waits is ended at once; one that runs ends within seconds and leaves nothing.
 *
 * @throws ProductError `job.notFound`, `job.finished`, `access.notAllowed` for somebody else's job
 */
export async function cancelJob(viewer: Viewer, database: StoreClient['database'], id: string) {
  const job = await jobOf(viewer, database, id)
  if (job.person_id !== viewer.userId && viewer.role !== 'administrator') throw new ProductError('access.notAllowed')
  await database.transaction().execute(async (transaction) => {
    const asked = await transaction
      .updateTable('job')
      .set({ cancel_asked: true, changed_at: sql`clock_timestamp()` })
      .where('id', '=', id)
      .where('state', 'in', ['waiting', 'running'])
      .returning('state')
      .executeTakeFirst()
    if (asked === undefined) throw new ProductError('job.finished', { job: id })
    if (asked.state === 'waiting') {
      const now = sql<Date>`clock_timestamp()`
      await transaction
        .updateTable('job')
        .set({ state: 'cancelled', finished_at: now, changed_at: now })
        .where('id', '=', id)
        .execute()
    }
    await recordAudit(transaction, { viewer, action: 'job.cancelled', subject: `job:${id}` })
  })
  return getJob(viewer, database, id)
}
