import { implement } from '@orpc/server'
import { runsApi } from '@vitalfew/contract/api/runs.ts'
import { listRuns, previewAbc } from '@vitalfew/domain/accounts/index.ts'
import { startRun } from '@vitalfew/domain/jobs/index.ts'
import { publishedReport } from '@vitalfew/domain/reports/index.ts'
import type { ApiContext } from '../api-context.ts'
import { readyModels } from '../ready-models.ts'

const os = implement(runsApi).$context<ApiContext>()

export const runRoutes = {
  list: os.list.handler(({ input, context }) => listRuns(context.viewer, context.database, input)),
  start: os.start.handler(async ({ input, context }) =>
    startRun(context.viewer, { database: context.database, ready: await readyModels() }, input),
  ),
  report: os.report.handler(({ input, context }) => publishedReport(context.viewer, context, input)),
  previewAbc: os.previewAbc.handler(({ input, context }) => previewAbc(context.viewer, context, input)),
}
