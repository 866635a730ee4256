import { implement } from '@orpc/server'
import { overviewApi } from '@vitalfew/contract/api/overview.ts'
import { getOverview } from '@vitalfew/domain/overview/index.ts'
import type { ApiContext } from '../api-context.ts'

const os = implement(overviewApi).$context<ApiContext>()

export const overviewRoutes = {
  get: os.get.handler(({ input, context }) => getOverview(context.viewer, context, input)),
}
