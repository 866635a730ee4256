import { implement } from '@orpc/server'
import { jobsApi } from '@vitalfew/contract/api/jobs.ts'
import { cancelJob, getJob, listJobs, startSample, watchJobs } from '@vitalfew/domain/jobs/index.ts'
import type { ApiContext } from '../api-context.ts'

const os = implement(jobsApi).$context<ApiContext>()

export const jobRoutes = {
  list: os.list.handler(({ input, context }) => listJobs(context.viewer, context.database, input)),
  get: os.get.handler(({ input, context }) => getJob(context.viewer, context.database, input.id)),
  cancel: os.cancel.handler(({ input, context }) => cancelJob(context.viewer, context.database, input.id)),
  events: os.events.handler(({ context, signal }) => watchJobs(context.viewer, context.database, signal)),
  sample: os.sample.handler(({ input, context }) => startSample(context.viewer, context, input)),
}
