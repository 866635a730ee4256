import { implement } from '@orpc/server'
import { accessApi } from '@vitalfew/contract/api/access.ts'
import {
  acceptInvitation,
  createInvitation,
  listInvitations,
  lookAtInvitation,
  revokeInvitation,
} from '@vitalfew/domain/access/index.ts'
import type { ApiContext } from '../api-context.ts'
import { limitAttempts } from '../sessions/limit-attempts.ts'
import { signIn } from '../sessions/sign-in.ts'

const os = implement(accessApi.invitations).$context<ApiContext>()

export const invitationRoutes = {
  list: os.list.handler(async ({ context }) => ({ rows: await listInvitations(context.viewer, context.database) })),
  create: os.create.handler(({ input, context }) => createInvitation(context.viewer, context.database, input)),
  revoke: os.revoke.handler(async ({ input, context }) => {
    await revokeInvitation(context.viewer, context.database, input)
    return { done: true as const }
  }),
  look: os.look.handler(async ({ input, context }) => {
    await limitAttempts(context, { what: 'link', account: '' })
    return lookAtInvitation(context.database, input.token)
  }),
  accept: os.accept.handler(async ({ input, context }) => {
    await limitAttempts(context, { what: 'link', account: '' })
    const { token, password, name, locale = context.locale } = input
    const { email } = await acceptInvitation(context.database, { token, password, name, locale })
    return signIn(context, { email, password })
  }),
}
