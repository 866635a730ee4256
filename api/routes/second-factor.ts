import { implement } from '@orpc/server'
import { accessApi } from '@vitalfew/contract/api/access.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { noteSecondFactor } from '@vitalfew/domain/access/index.ts'
import type { ApiContext } from '../api-context.ts'
import { limitAttempts } from '../sessions/limit-attempts.ts'
import { meOf } from '../sessions/me-of.ts'
import { asked } from '../sessions/sessions.ts'

const os = implement(accessApi.me).$context<ApiContext>()
const done = { done: true } as const

export const secondFactorRoutes = {
  beginSecondFactor: os.beginSecondFactor.handler(async ({ input, context }) => {
    await limitAttempts(context, { what: 'password', account: context.viewer.userId })
    if ((await meOf(context)).hasSecondFactor) throw new ProductError('access.secondFactorOn')
    const { headers, sessions } = context
    const answer = await asked(
      sessions.auth.api.enableTwoFactor({ headers, body: { ...input, method: 'totp' }, returnHeaders: true }),
      'access.passwordWrong',
    )
    const { response } = answer
    if (!('totpURI' in response)) throw new ProductError('access.passwordWrong')
    return { address: response.totpURI, backupCodes: response.backupCodes }
  }),
  confirmSecondFactor: os.confirmSecondFactor.handler(async ({ input, context }) => {
    await limitAttempts(context, { what: 'second-factor', account: context.viewer.userId })
    const { headers, setCookie, sessions, viewer, database } = context
    const answer = await asked(
      sessions.auth.api.verifyTOTP({ headers, body: input, returnHeaders: true }),
      'access.codeWrong',
    )
    setCookie(answer.headers.getSetCookie())
    await noteSecondFactor(viewer, database, { action: 'user.secondFactorOn' })
    return done
  }),
  removeSecondFactor: os.removeSecondFactor.handler(async ({ input, context }) => {
    await limitAttempts(context, { what: 'password', account: context.viewer.userId })
    const { headers, setCookie, sessions, viewer, database } = context
    const answer = await asked(
      sessions.auth.api.disableTwoFactor({ headers, body: input, returnHeaders: true }),
      'access.passwordWrong',
    )
    setCookie(answer.headers.getSetCookie())
    await noteSecondFactor(viewer, database, { action: 'user.secondFactorOff' })
    return done
  }),
  renewBackupCodes: os.renewBackupCodes.handler(async ({ input, context }) => {
    await limitAttempts(context, { what: 'password', account: context.viewer.userId })
    const { headers, sessions, viewer, database } = context
    const answer = await asked(
      sessions.auth.api.generateBackupCodes({ headers, body: input, returnHeaders: true }),
      'access.passwordWrong',
    )
    await noteSecondFactor(viewer, database, { action: 'user.backupCodesRenewed' })
    return { backupCodes: answer.response.backupCodes }
  }),
}
