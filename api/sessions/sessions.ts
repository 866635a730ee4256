import { ProductError } from '@vitalfew/contract/errors.ts'
import { APIError } from 'better-auth/api'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { ownerOfKey } from '@vitalfew/domain/access/index.ts'
import type { KeyScope } from '@vitalfew/contract/api/route.ts'
import type { IdentityProvider } from '../config.ts'
import type { Auth } from './create-auth.ts'

/** What an answer of the library holds besides its body. */
interface Answered<Body> {
  readonly headers: Headers
  readonly response: Body
}

/** Who sent a request, and how they proved it. */
export interface Identified {
  readonly userId: string
  readonly sessionId: string | undefined
  readonly keyScopes: readonly KeyScope[] | undefined
  /** Cookies that keep the session going. */
  readonly cookies: readonly string[]
}

export interface Sessions {
  readonly auth: Auth
  readonly providers: readonly Pick<IdentityProvider, 'id' | 'name'>[]
  readonly identify: (headers: Headers) => Promise<Identified | undefined>
}

const oldestMilliseconds = 30 * 86_400_000

/** Tells who sends a request, by API key or by session; a key is never read from a cookie. */
export function createSessions(
  auth: Auth,
  {
    database,
    provider,
  }: { readonly database: StoreClient['database']; readonly provider: IdentityProvider | undefined },
): Sessions {
  return {
    auth,
    providers: provider === undefined ? [] : [{ id: provider.id, name: provider.name }],
    identify: (headers) => {
      const bearer = /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
      return bearer === undefined ? bySession(auth, headers) : byKey(database, bearer)
    },
  }
}

async function byKey(database: StoreClient['database'], key: string): Promise<Identified | undefined> {
  const owner = await ownerOfKey(database, key)
  if (owner === undefined) return undefined
  return { userId: owner.userId, sessionId: undefined, keyScopes: owner.scopes, cookies: [] }
}

async function bySession(auth: Auth, headers: Headers): Promise<Identified | undefined> {
  if (!headers.has('cookie')) return undefined
  const { response, headers: answer } = await auth.api.getSession({
    headers,
    query: { disableCookieCache: true },
    returnHeaders: true,
  })
  if (response === null) return undefined
  const { session } = response
  if (Date.now() - session.createdAt.getTime() > oldestMilliseconds) return undefined
  return {
    userId: session.userId,
    sessionId: session.id,
    keyScopes: undefined,
    cookies: answer.getSetCookie(),
  }
}

/**
 * Asks the library, and tells its refusal in our words.
 *
 * @throws ProductError `refusal`, `request.tooMany`
 */
export async function asked<Body>(
  answering: Promise<Answered<Body>>,
  refusal: 'access.signInFailed' | 'access.passwordWrong' | 'access.codeWrong' | 'access.unknownProvider',
): Promise<Answered<Body>> {
  try {
    return await answering
  } catch (cause) {
    if (!(cause instanceof APIError) || cause.statusCode >= 500) throw cause
    if (cause.statusCode === 429) throw new ProductError('request.tooMany', { seconds: 900 }, { cause })
    throw new ProductError(refusal, {}, { cause })
  }
}
