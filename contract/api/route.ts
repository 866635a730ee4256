import { oc } from '@orpc/contract'
import type { Role } from './roles.ts'

/** What a personal API key may be used for. A key never may what its owner may not. */
export const keyScopes = ['read', 'write', 'administer'] as const
export type KeyScope = (typeof keyScopes)[number]

/** Who may use a route. What a person may see through it is decided by the verb behind it. */
export interface RouteAccess {
  /** `public`: without signing in; `signedIn`: any role; otherwise the roles that may. */
  readonly access: 'public' | 'signedIn' | readonly Role[]
  /** The scope an API key needs; `none` where only a session will do. Left out: `read` for GET, otherwise `write`. */
  readonly keyScope?: KeyScope | 'none'
  /** The largest body in bytes, where it may be larger than usual. */
  readonly bodyBytes?: number
}

/** Where every route of the contract begins: `route({ access: ['administrator'] }).route({ method, path, … })`. */
export function route(access: RouteAccess) {
  return oc.$meta<RouteAccess>(access)
}
