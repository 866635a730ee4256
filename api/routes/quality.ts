import { implement } from '@orpc/server'
import { qualityApi } from '@vitalfew/contract/api/quality.ts'
import { getQuality } from '@vitalfew/domain/data-quality/index.ts'
import { startQualityStep } from '@vitalfew/domain/jobs/index.ts'
import type { ApiContext } from '../api-context.ts'

const os = implement(qualityApi).$context<ApiContext>()

export const qualityRoutes = {
  get: os.get.handler(({ context }) => getQuality(context.viewer, context)),
  fix: os.fix.handler(({ input, context }) => startQualityStep(context.viewer, context, input)),
  undo: os.undo.handler(({ input, context }) =>
    startQualityStep(context.viewer, context, {
      action: 'undo',
      check: '',
      rule: {},
      undoes: input.step,
      reason: input.reason,
    }),
  ),
}
