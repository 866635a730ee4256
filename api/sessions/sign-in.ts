import type { ApiContext } from '../api-context.ts'
import { asked } from './sessions.ts'

/**
 * Begins a session by password; the cookies go with the answer.
 *
 * @throws ProductError `access.signInFailed`, whether it is the address or the password
 */
export async function signIn(
  context: ApiContext,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<{ state: 'signedIn' | 'secondFactor' }> {
  const { headers, setCookie, sessions } = context
  const body = { email: email.trim().toLowerCase(), password }
  const answer = await asked(
    sessions.auth.api.signInEmail({ headers, body, returnHeaders: true }),
    'access.signInFailed',
  )
  setCookie(answer.headers.getSetCookie())
  return { state: 'twoFactorRedirect' in answer.response ? 'secondFactor' : 'signedIn' }
}
