import { implement } from '@orpc/server'
import { accessApi } from '@vitalfew/contract/api/access.ts'
import {
  changePassword,
  createApiKey,
  deleteApiKey,
  endOwnSession,
  listApiKeys,
  listOwnSessions,
  updateMe,
} from '@vitalfew/domain/access/index.ts'
import type { ApiContext } from '../api-context.ts'
import { limitAttempts } from '../sessions/limit-attempts.ts'
import { meOf } from '../sessions/me-of.ts'
import { secondFactorRoutes } from './second-factor.ts'
import { signIn } from '../sessions/sign-in.ts'

const os = implement(accessApi.me).$context<ApiContext>()
const done = { done: true } as const

export const meRoutes = {
  ...secondFactorRoutes,
  update: os.update.handler(async ({ input, context }) => {
    await updateMe(context.viewer, context.database, input)
    return meOf(context)
  }),
  changePassword: os.changePassword.handler(async ({ input, context }) => {
    await limitAttempts(context, { what: 'password', account: context.viewer.userId })
    await changePassword(context.viewer, context.database, input)
    const { email } = await meOf(context)
    await signIn(context, { email, password: input.next })
    return done
  }),
  sessions: os.sessions.handler(async ({ context }) => ({
    rows: await listOwnSessions(context.viewer, context.database, context.sessionId),
  })),
  endSession: os.endSession.handler(async ({ input, context }) => {
    await endOwnSession(context.viewer, context.database, input)
    return done
  }),
  keys: os.keys.handler(async ({ context }) => ({ rows: await listApiKeys(context.viewer, context.database) })),
  createKey: os.createKey.handler(({ input, context }) => createApiKey(context.viewer, context.database, input)),
  deleteKey: os.deleteKey.handler(async ({ input, context }) => {
    await deleteApiKey(context.viewer, context.database, input)
    return done
  }),
}
