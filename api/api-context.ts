import type { Locale } from '@vitalfew/contract/locale.ts'
import type { KeyScope } from '@vitalfew/contract/api/route.ts'
import type { Viewer } from '@vitalfew/domain/access/index.ts'
import type { SourceReach } from '@vitalfew/domain/jobs/index.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { EngineAddresses } from './jobs/child-messages.ts'
import type { Sessions } from './sessions/sessions.ts'

/** What the program hands to its routes; nothing here remembers a request. */
export interface ApiServices {
  readonly warehouse: Warehouse
  readonly database: StoreClient['database']
  /** Where uploads are kept, outside of what is served. */
  readonly uploadsDirectory: string
  /** What may be fetched from on somebody's behalf. */
  readonly reach: SourceReach
  /** How a child of this process reaches the same engines. */
  readonly addresses: EngineAddresses
  readonly productVersion: string
  readonly sessions: Sessions
  readonly startedAt: Date
}

/** What one request has: the services, who asks, and in which language. Without signing in, the viewer is nobody. */
export interface ApiContext extends ApiServices {
  readonly viewer: Viewer
  /** undefined where there is an API key, or nothing. */
  readonly sessionId: string | undefined
  /** What the API key of the request may be used for; undefined where there is a session, or nothing. */
  readonly keyScopes: readonly KeyScope[] | undefined
  readonly locale: Locale
  readonly requestId: string
  /** The address of the other end, for limits; never logged. */
  readonly clientAddress: string
  readonly headers: Headers
  /** Cookies that the answer sets. */
  readonly setCookie: (cookies: readonly string[]) => void
}

/** Whoever has not signed in: sees nothing. */
export function nobody(locale: Locale): Viewer {
  return { userId: '', name: '', locale, role: 'viewer', scopes: [], hidden: new Set(['profit', 'phone']) }
}
