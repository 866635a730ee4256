import { implement } from '@orpc/server'
import { accessApi } from '@vitalfew/contract/api/access.ts'
import {
  createPasswordLink,
  endSessions,
  fieldRights,
  listUsers,
  updateFieldRights,
  updateUser,
  userNames,
} from '@vitalfew/domain/access/index.ts'
import type { ApiContext } from '../api-context.ts'

const os = implement(accessApi).$context<ApiContext>()

export const userRoutes = {
  list: os.users.list.handler(async ({ context }) => ({ rows: await listUsers(context.viewer, context.database) })),
  names: os.users.names.handler(async ({ context }) => ({ rows: await userNames(context.viewer, context.database) })),
  update: os.users.update.handler(({ input, context }) => updateUser(context.viewer, context.database, input)),
  endSessions: os.users.endSessions.handler(async ({ input, context }) => {
    await endSessions(context.viewer, context.database, input)
    return { done: true as const }
  }),
  passwordLink: os.users.passwordLink.handler(({ input, context }) =>
    createPasswordLink(context.viewer, context.database, input),
  ),
}

export const fieldRightRoutes = {
  get: os.fieldRights.get.handler(({ context }) => fieldRights(context.viewer, context.database)),
  update: os.fieldRights.update.handler(({ input, context }) =>
    updateFieldRights(context.viewer, context.database, input),
  ),
}
