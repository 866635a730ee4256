import { implement } from '@orpc/server'
import { accountViewsApi } from '@vitalfew/contract/api/account-views.ts'
import {
  changeView,
  columnSettings,
  keepColumnSettings,
  listViews,
  removeView,
  saveView,
} from '@vitalfew/domain/accounts/index.ts'
import type { ApiContext } from '../api-context.ts'

const os = implement(accountViewsApi).$context<ApiContext>()

export const viewRoutes = {
  list: os.list.handler(({ context }) => listViews(context.viewer, context.database)),
  save: os.save.handler(({ input, context }) => saveView(context.viewer, context.database, input)),
  change: os.change.handler(({ input, context }) => changeView(context.viewer, context.database, input)),
  remove: os.remove.handler(({ input, context }) => removeView(context.viewer, context.database, input.id)),
  columns: os.columns.handler(({ context }) => columnSettings(context.viewer, context.database)),
  keepColumns: os.keepColumns.handler(({ input, context }) =>
    keepColumnSettings(context.viewer, context.database, input),
  ),
}
