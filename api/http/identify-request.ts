import { createHash } from 'node:crypto'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { countAttempt, loadPerson } from '@vitalfew/domain/access/index.ts'
import type { ApiContext, ApiServices } from '../api-context.ts'
import { nobody } from '../api-context.ts'
import { requestLocale } from './request-locale.ts'

const keyLimit = { most: 600, windowSeconds: 60 } as const

/**
 * Who sends a request, as far as that can be told: by API key, by session, or nobody.
 *
 * @throws ProductError `request.tooMany` for a key that asks too often
 */
export async function identifyRequest(
  services: ApiServices,
  request: { readonly headers: Headers; readonly requestId: string; readonly clientAddress: string },
): Promise<{ readonly context: Omit<ApiContext, 'setCookie'>; readonly cookies: readonly string[] }> {
  const { headers } = request
  const { database, sessions } = services
  const found = await sessions.identify(headers)
  const person = found === undefined ? undefined : await loadPerson(database, found.userId)
  const locale = chosenLocale(headers, person?.viewer.locale)
  const viewer = person === undefined ? nobody(locale) : { ...person.viewer, locale }
  if (person !== undefined && found?.keyScopes !== undefined) {
    const key = createHash('sha256')
      .update(headers.get('authorization') ?? '')
      .digest('base64url')
      .slice(0, 22)
    await countAttempt(database, { key: `key:${key}`, ...keyLimit })
  }
  const { sessionId, keyScopes } = found ?? {}
  return { context: { ...services, ...request, viewer, locale, sessionId, keyScopes }, cookies: found?.cookies ?? [] }
}

/** What a request names counts, then what a person has chosen. */
function chosenLocale(headers: Headers, chosen: ApiContext['locale'] | undefined): ApiContext['locale'] {
  return headers.has('accept-language') || chosen === undefined ? requestLocale(headers) : chosen
}

/** @throws ProductError `access.notSignedIn` */
export function requireSomebody({ viewer }: Pick<ApiContext, 'viewer'>): void {
  if (viewer.userId === '') throw new ProductError('access.notSignedIn')
}
