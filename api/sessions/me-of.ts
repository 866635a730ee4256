import type { Me } from '@vitalfew/contract/api/session.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { loadPerson } from '@vitalfew/domain/access/index.ts'
import type { ApiContext } from '../api-context.ts'

/** Who is signed in, as their own page shows it. */
export async function meOf({ viewer, database }: ApiContext): Promise<Me> {
  const person = await loadPerson(database, viewer.userId)
  if (person === undefined) throw new ProductError('access.notSignedIn')
  const { userId, name, role, locale, scopes, hidden } = person.viewer
  return {
    userId,
    name,
    email: person.email,
    role,
    locale,
    departments: [...person.departments],
    hiddenFields: [...hidden],
    seesAll: scopes === 'all',
    hasSecondFactor: person.hasSecondFactor,
  }
}
