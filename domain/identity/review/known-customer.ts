import { ProductError } from '@vitalfew/contract/errors.ts'
import type { IdentityCustomer } from '@vitalfew/contract/identity.ts'

/** @throws ProductError `identity.unknownCustomer` */
export function knownCustomer(customers: readonly IdentityCustomer[], key: string): IdentityCustomer {
  const found = customers.find((customer) => customer.key === key)
  if (found === undefined) throw new ProductError('identity.unknownCustomer', { customer: key, count: 0 })
  return found
}
