import type { ApiContext } from '../api-context.ts'
import type { RequestTrail } from './request-trail.ts'

/** What a handler finds with a request below `/api`: `c.get('context')` has who asks, and what the routes have. */
export interface ApiEnv {
  Variables: {
    requestId: string
    trail: RequestTrail
    context: ApiContext & { readonly trail: RequestTrail }
  }
}
