import type { Job } from '@vitalfew/contract/api/jobs.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Viewer } from '../access/index.ts'
import { shownJob } from './job-row.ts'
import { jobsChangedSince, jobsUnderWay } from './list-jobs.ts'

const everyMilliseconds = 700

/** Jobs as they are now, then each one that changes, until the signal says so. */
export async function* watchJobs(
  viewer: Viewer,
  database: StoreClient['database'],
  signal: AbortSignal | undefined,
): AsyncGenerator<Job, void, void> {
  let since = new Date()
  for (const row of await jobsUnderWay(viewer, database)) {
    if (row.changed_at > since) since = row.changed_at
    yield shownJob(row, viewer)
  }
  while (signal?.aborted !== true) {
    await pause(signal)
    for (const row of await jobsChangedSince(viewer, database, since)) {
      since = row.changed_at
      yield shownJob(row, viewer)
    }
  }
}

function pause(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, everyMilliseconds)
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
