import { implement } from '@orpc/server'
import { accountsApi } from '@vitalfew/contract/api/accounts.ts'
import {
  accountFieldList,
  accountLifecycle,
  accountLines,
  accountOrders,
  accountSlices,
  accountTimes,
  facetAccounts,
  getAccount,
  listAccounts,
  searchAccounts,
} from '@vitalfew/domain/accounts/index.ts'
import type { ApiContext } from '../api-context.ts'
import { markRoutes } from './account-marks.ts'
import { viewRoutes } from './account-views.ts'

const os = implement(accountsApi).$context<ApiContext>()

export const accountRoutes = {
  list: os.list.handler(({ input, context }) => listAccounts(context.viewer, context, input)),
  facets: os.facets.handler(({ input, context }) => facetAccounts(context.viewer, context, input)),
  search: os.search.handler(({ input, context }) => searchAccounts(context.viewer, context, input)),
  fields: os.fields.handler(({ context }) => accountFieldList(context.viewer, context.database)),
  get: os.get.handler(({ input, context }) => getAccount(context.viewer, context, input)),
  orders: os.orders.handler(({ input, context }) => accountOrders(context.viewer, context, input)),
  slices: os.slices.handler(({ input, context }) => accountSlices(context.viewer, context, input)),
  times: os.times.handler(({ input, context }) => accountTimes(context.viewer, context, input)),
  lifecycle: os.lifecycle.handler(({ input, context }) => accountLifecycle(context.viewer, context, input)),
  lines: os.lines.handler(({ input, context }) => accountLines(context.viewer, context, input)),
  views: viewRoutes,
  marks: markRoutes,
}
