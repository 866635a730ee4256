import { implement } from '@orpc/server'
import { accessApi } from '@vitalfew/contract/api/access.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { ApiContext } from '../api-context.ts'
import { limitAttempts } from '../sessions/limit-attempts.ts'
import { meOf } from '../sessions/me-of.ts'
import { signIn } from '../sessions/sign-in.ts'
import { asked } from '../sessions/sessions.ts'

const os = implement(accessApi.session).$context<ApiContext>()

export const sessionRoutes = {
  start: os.start.handler(async ({ input, context }) => {
    await limitAttempts(context, { what: 'sign-in', account: input.email })
    return signIn(context, input)
  }),
  confirm: os.confirm.handler(async ({ input, context }) => {
    await limitAttempts(context, { what: 'second-factor', account: '' })
    const { headers, setCookie, sessions } = context
    const verify = input.kind === 'totp' ? sessions.auth.api.verifyTOTP : sessions.auth.api.verifyBackupCode
    const answer = await asked(verify({ headers, body: { code: input.code }, returnHeaders: true }), 'access.codeWrong')
    setCookie(answer.headers.getSetCookie())
    return { state: 'signedIn' as const }
  }),
  provider: os.provider.handler(async ({ input: { provider, returnTo }, context }) => {
    const { headers, setCookie, sessions } = context
    if (!sessions.providers.some(({ id }) => id === provider)) {
      throw new ProductError('access.unknownProvider', { provider })
    }
    const next = returnTo === '/' ? '' : `?${String(new URLSearchParams({ next: returnTo }))}`
    const body = { provider, callbackURL: returnTo, errorCallbackURL: `/sign-in${next}`, disableRedirect: true }
    const answer = await asked(
      sessions.auth.api.signInSocial({ headers, body, returnHeaders: true }),
      'access.unknownProvider',
    )
    setCookie(answer.headers.getSetCookie())
    return { url: answer.response.url ?? '/' }
  }),
  current: os.current.handler(({ context }) => meOf(context)),
  end: os.end.handler(async ({ context: { headers, setCookie, sessions } }) => {
    const answer = await sessions.auth.api.signOut({ headers, returnHeaders: true })
    setCookie(answer.headers.getSetCookie())
    return { done: true as const }
  }),
}
