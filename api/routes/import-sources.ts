import { implement } from '@orpc/server'
import { importSourcesApi } from '@vitalfew/contract/api/import-sources.ts'
import { listSources, removeSource, restoreSource, runSource, saveSource } from '@vitalfew/domain/jobs/index.ts'
import type { ApiContext } from '../api-context.ts'

const os = implement(importSourcesApi).$context<ApiContext>()

export const importSourceRoutes = {
  list: os.list.handler(({ context }) => listSources(context.viewer, context)),
  save: os.save.handler(({ input, context }) => saveSource(context.viewer, context, input)),
  remove: os.remove.handler(({ input, context }) => removeSource(context.viewer, context, input)),
  restore: os.restore.handler(({ input, context }) => restoreSource(context.viewer, context, input)),
  run: os.run.handler(({ input, context }) => runSource(context.viewer, context, input)),
}
