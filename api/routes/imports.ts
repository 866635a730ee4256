import { implement } from '@orpc/server'
import { importsApi } from '@vitalfew/contract/api/imports.ts'
import { changeImport, listImports, planImport, startImport } from '@vitalfew/domain/jobs/index.ts'
import type { ApiContext } from '../api-context.ts'
import { previewInChild } from '../jobs/preview-in-child.ts'

const os = implement(importsApi).$context<ApiContext>()

export const importRoutes = {
  plan: os.plan.handler(({ input, context }) =>
    planImport(context.viewer, { ...context, previewFile: previewInChild }, input),
  ),
  start: os.start.handler(({ input, context }) => startImport(context.viewer, context, input)),
  list: os.list.handler(({ input, context }) => listImports(context.viewer, context, input)),
  undo: os.undo.handler(({ input, context }) =>
    changeImport(context.viewer, context, { importId: input.id, action: 'withdraw' }),
  ),
  redo: os.redo.handler(({ input, context }) =>
    changeImport(context.viewer, context, { importId: input.id, action: 'restore' }),
  ),
}
