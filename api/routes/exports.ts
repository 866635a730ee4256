import { implement } from '@orpc/server'
import { exportsApi } from '@vitalfew/contract/api/exports.ts'
import { listExports, startExport } from '@vitalfew/domain/jobs/index.ts'
import type { ApiContext } from '../api-context.ts'

const os = implement(exportsApi).$context<ApiContext>()

export const exportRoutes = {
  start: os.start.handler(({ input, context }) => startExport(context.viewer, context.database, input)),
  list: os.list.handler(({ input, context }) => listExports(context.viewer, context.database, input)),
}
