import { type AnyContractProcedure, type AnyContractRouter, isContractProcedure } from '@orpc/contract'
import { Role } from '@vitalfew/contract/api/roles.ts'
import { keyScopes, type KeyScope, type RouteAccess } from '@vitalfew/contract/api/route.ts'
import { z } from 'zod'

/** A route of the contract, and who may use it. */
export interface RouteEntry {
  /** Where it stands in the contract, as `access.users.list`. */
  readonly name: string
  readonly method: string
  /** As `/users/{id}`, below `/api`. */
  readonly path: string
  readonly access: RouteAccess['access']
  readonly keyScope: KeyScope | 'none'
  readonly procedure: AnyContractProcedure
}

/** Every route of a contract. What says nothing of who may use it is for those who are signed in. */
export function routeTable(contract: AnyContractRouter, name: readonly string[] = []): RouteEntry[] {
  if (isContractProcedure(contract)) return [entryOf(contract, name)]
  return Object.entries(contract).flatMap(([key, inner]) => routeTable(inner, [...name, key]))
}

function entryOf(procedure: AnyContractProcedure, name: readonly string[]): RouteEntry {
  const { method = 'POST', path = `/${name.join('/')}` } = procedure['~orpc'].route
  return { name: name.join('.'), method, path, ...routeAccess(procedure), procedure }
}

/** What a route says of itself, in the contract or where it is answered. */
export interface Described {
  readonly '~orpc': { readonly meta: unknown; readonly route: { readonly method?: string | undefined } }
}

const Stated = z
  .object({
    access: z.union([z.enum(['public', 'signedIn']), z.array(Role)]),
    keyScope: z.enum([...keyScopes, 'none']),
  })
  .partial()

/** Who may use a route, by what the contract says of it. */
export function routeAccess(procedure: Described): Pick<RouteEntry, 'access' | 'keyScope'> {
  const { meta, route } = procedure['~orpc']
  const { access = 'signedIn', keyScope } = Stated.parse(meta)
  return { access, keyScope: keyScope ?? (route.method === 'GET' ? 'read' : 'write') }
}

/** Whether a key with these scopes may be used where this one is needed: a wider one includes the narrower. */
export function scopeSuffices(scopes: readonly KeyScope[], needed: KeyScope): boolean {
  return scopes.some((scope) => keyScopes.indexOf(scope) >= keyScopes.indexOf(needed))
}

/** Tells whether a request may be answered without knowing who sends it. */
export function publicRoutes(table: readonly RouteEntry[]): (method: string, path: string) => boolean {
  const open = table.filter(({ access }) => access === 'public')
  const patterns = open.map(({ method, path }) => ({
    method,
    pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
  }))
  return (method, path) => patterns.some((one) => one.method === method && one.pattern.test(path))
}
