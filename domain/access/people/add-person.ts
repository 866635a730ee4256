import { randomUUID } from 'node:crypto'
import type { Role } from '@vitalfew/contract/api/roles.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { isUniqueViolation } from '../unique-violation.ts'
import { setPassword } from './set-password.ts'

export interface NewPerson {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly locale: Locale
  /** Already hashed. */
  readonly password: string
}

/**
 * Adds somebody who can sign in.
 *
 * @throws ProductError `access.emailTaken`
 */
export async function addPerson(transaction: StoreClient['database'], person: NewPerson): Promise<string> {
  const { name, role, locale, password } = person
  const email = person.email.toLowerCase()
  const id = randomUUID()
  try {
    // Whoever uses a link that was given to them has shown that they are meant.
    await transaction.insertInto('person').values({ id, name, email, role, locale, email_verified: true }).execute()
  } catch (cause) {
    if (isUniqueViolation(cause)) throw new ProductError('access.emailTaken', { email }, { cause })
    throw cause
  }
  await setPassword(transaction, { id, password })
  return id
}
