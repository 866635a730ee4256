import { ProductError } from '@vitalfew/contract/errors.ts'
import type { ApiContext } from '../api-context.ts'
import { type Described, routeAccess, scopeSuffices } from './route-table.ts'

/**
 * Holds a request against what the contract says of its route, before anything of its input is looked at. The verbs
 * behind authorise once more; what they let see is theirs to decide.
 *
 * @throws ProductError `access.notSignedIn`, `access.notAllowed`, `access.keyScope`, `access.notByKey`
 */
export function authoriseRoute({ viewer, keyScopes }: ApiContext, procedure: Described): void {
  const { access, keyScope } = routeAccess(procedure)
  if (access === 'public') return
  if (viewer.userId === '') throw new ProductError('access.notSignedIn')
  if (access !== 'signedIn' && !access.includes(viewer.role)) throw new ProductError('access.notAllowed')
  if (keyScopes === undefined) return
  if (keyScope === 'none') throw new ProductError('access.notByKey')
  if (!scopeSuffices(keyScopes, keyScope)) throw new ProductError('access.keyScope', { scope: keyScope })
}
