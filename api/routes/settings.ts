import { implement } from '@orpc/server'
import { settingsApi } from '@vitalfew/contract/api/settings.ts'
import { readSettings, updateSettings } from '@vitalfew/domain/settings/index.ts'
import type { ApiContext } from '../api-context.ts'

const os = implement(settingsApi).$context<ApiContext>()

export const settingsRoutes = {
  get: os.get.handler(({ context }) => readSettings(context.database)),
  update: os.update.handler(({ input, context }) => updateSettings(context.viewer, context.database, input)),
}
