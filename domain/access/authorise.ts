import { ProductError } from '@vitalfew/contract/errors.ts'
import type { Role } from '@vitalfew/contract/api/roles.ts'
import type { Viewer } from './viewer.ts'

/**
 * The first line of every verb that not everybody may use.
 *
 * @throws ProductError `access.notAllowed`
 */
export function authorise(viewer: Viewer, allowed: readonly Role[]): void {
  if (!allowed.includes(viewer.role)) throw new ProductError('access.notAllowed')
}
