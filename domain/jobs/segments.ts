import type { SavedSegmentation, TrialRequest } from '@vitalfew/contract/api/segments.ts'
import { translator } from '@vitalfew/contract/locale.ts'
import type { Viewer } from '../access/index.ts'
import type { AccountSources } from '../accounts/index.ts'
import { checkTrial, saveSegmentation, type SaveSegmentation } from '../segmentation/index.ts'
import { addJob, enqueueJob } from './enqueue-job.ts'

type Database = AccountSources['database']

/**
 * Asks for a segmentation to be tried on the accounts of the current run.
 *
 * @throws ProductError as `checkTrial` does
 */
export async function startTrial(viewer: Viewer, database: Database, request: TrialRequest) {
  await checkTrial(viewer, database, request)
  const title = translator(viewer.locale)('jobs.title.trial')
  return enqueueJob(viewer, database, { kind: 'segments', title, input: { trial: request } })
}

/**
 * Keeps a trial under a name; where another run has become the current one since, its accounts follow by a job.
 *
 * @throws ProductError as `saveSegmentation` does
 */
export function saveTrial(
  viewer: Viewer,
  sources: AccountSources,
  request: SaveSegmentation,
): Promise<SavedSegmentation> {
  const onOtherRun = (transaction: Database): Promise<unknown> => askForSegments(viewer, transaction)
  return saveSegmentation(viewer, sources, { ...request, onOtherRun })
}

/** Asks for the segmentations in use to be brought to the accounts of the current run. */
export function askForSegments(viewer: Viewer, transaction: Database): Promise<{ jobId: string }> {
  const title = translator(viewer.locale)('jobs.title.assign')
  return addJob(viewer, transaction, { kind: 'segments', title, input: { assign: 'all' } })
}
