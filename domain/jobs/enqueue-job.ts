import { randomUUID } from 'node:crypto'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Viewer } from '../access/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { NewJob } from './job-inputs.ts'

/** Writes a job down, to be begun by whichever server is free. It is there when this resolves, whatever happens after. */
export async function enqueueJob(
  viewer: Viewer,
  database: StoreClient['database'],
  job: NewJob,
): Promise<{ jobId: string }> {
  return database.transaction().execute((transaction) => addJob(viewer, transaction, job))
}

/** The same, within the transaction of what calls for it. */
export async function addJob(
  viewer: Pick<Viewer, 'userId' | 'name' | 'locale'>,
  transaction: StoreClient['database'],
  { kind, title, input }: NewJob,
): Promise<{ jobId: string }> {
  const jobId = randomUUID()
  await transaction
    .insertInto('job')
    .values({
      id: jobId,
      kind,
      title,
      input: JSON.stringify(input),
      person_id: viewer.userId,
      person_name: viewer.name,
      locale: viewer.locale,
    })
    .execute()
  await recordAudit(transaction, { viewer, action: `job.${kind}`, subject: `job:${jobId}`, details: { title } })
  return { jobId }
}
