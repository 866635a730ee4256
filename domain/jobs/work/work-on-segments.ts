import type { Job } from '@vitalfew/contract/api/jobs.ts'
import { recordAudit } from '../../audit/index.ts'
import { assignCurrentRun, forgetTrials, makeTrial } from '../../segmentation/index.ts'
import type { SegmentsInput } from '../job-inputs.ts'
import { endJob } from '../queue/job-life.ts'
import type { JobSurroundings } from './job-surroundings.ts'

/** Tries a segmentation, or brings those in use to the accounts of the current run. */
export async function workOnSegments(input: SegmentsInput, around: JobSurroundings): Promise<Job['result']> {
  const { viewer, warehouse, database, jobId, signal, progress } = around
  const onStep = (step: 'segments' | 'writing', done: number | null): void => {
    signal.throwIfAborted()
    progress({ step, done, rows: null })
  }
  if ('assign' in input) {
    onStep('segments', null)
    await assignCurrentRun({ warehouse, database }, viewer.locale)
    await endJob(database, jobId, { state: 'done', result: {} })
    return {}
  }
  await forgetTrials(viewer, { warehouse, database })
  const { keep } = await makeTrial(viewer, { warehouse, database }, { id: jobId, request: input.trial, onStep })
  signal.throwIfAborted()
  const result = { segmentationId: jobId }
  return database.transaction().execute(async (transaction) => {
    await keep(transaction)
    await endJob(transaction, jobId, { state: 'done', result })
    await recordAudit(transaction, { viewer, action: 'segmentation.tried', subject: `segmentation:${jobId}` })
    return result
  })
}
