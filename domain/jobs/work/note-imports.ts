import type { Job } from '@vitalfew/contract/api/jobs.ts'
import { translator } from '@vitalfew/contract/locale.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { recordAudit } from '../../audit/index.ts'
import { addJob } from '../enqueue-job.ts'
import type { RunInput } from '../job-inputs.ts'
import { endJob } from '../queue/job-life.ts'
import type { JobSurroundings } from './job-surroundings.ts'

export interface NotedImport {
  readonly id: number
  readonly file: string
  readonly uploadId: string | null
  /** How somebody wanted it to be read. */
  readonly reading: object
  readonly hasRejectedFile: boolean
}

interface Noting {
  readonly imports: readonly NotedImport[]
  /** What the run that follows is asked; null where no figure can have changed. */
  readonly run: RunInput | null
  /** What else is written down with it. */
  readonly also?: (transaction: StoreClient['database']) => Promise<void>
}

/** Who imported what, the audit and the run that follows: written together, or not at all. */
export async function noteImports(
  { imports, run, also }: Noting,
  { database, viewer, jobId }: JobSurroundings,
): Promise<Job['result']> {
  const title = translator(viewer.locale)('jobs.title.run')
  return database.transaction().execute(async (transaction) => {
    for (const { id, uploadId, reading, hasRejectedFile } of imports) {
      await transaction
        .insertInto('import_record')
        .values({
          import_id: id,
          upload_id: uploadId,
          job_id: jobId,
          person_id: viewer.userId,
          person_name: viewer.name,
          reading: JSON.stringify(reading),
          has_rejected_file: hasRejectedFile,
        })
        .onConflict((conflict) => conflict.column('import_id').doNothing())
        .execute()
    }
    await also?.(transaction)
    const followed = run === null ? undefined : await addJob(viewer, transaction, { kind: 'run', title, input: run })
    const ids = imports.map(({ id }) => id)
    const result = { imports: ids, ...(followed === undefined ? {} : { followedBy: followed.jobId }) }
    await endJob(transaction, jobId, { state: 'done', result })
    await recordAudit(transaction, {
      viewer,
      action: 'import.committed',
      subject: `job:${jobId}`,
      details: { imports: ids, files: imports.map(({ file }) => file) },
    })
    return result
  })
}
