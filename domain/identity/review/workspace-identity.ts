import { ProductError } from '@vitalfew/contract/errors.ts'
import type { IdentityCustomer, IdentityDecision } from '@vitalfew/contract/identity.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { currentSalesImports } from '../../imports/index.ts'
import { type IdentityState, identityState } from '../membership/change-membership.ts'
import { identityCustomers } from './customers.query.ts'
import { identityDecisions } from './decisions.query.ts'

/** Everything a workspace knows of who its customers are. */
export interface WorkspaceIdentity {
  readonly customers: readonly IdentityCustomer[]
  readonly state: IdentityState
  readonly decisions: readonly IdentityDecision[]
}

export async function workspaceIdentity(warehouse: Warehouse): Promise<WorkspaceIdentity> {
  const imports = (await currentSalesImports(warehouse)).map(({ id }) => id)
  const customers = await warehouse.rows(identityCustomers, { imports })
  const state = await identityState(warehouse)
  const decisions = await warehouse.rows(identityDecisions, {})
  return { customers, state, decisions }
}

/**
 * A customer as a person names it: by its number, else by a name that only one has.
 *
 * @throws ProductError `identity.unknownCustomer`
 */
export function namedCustomer(customers: readonly IdentityCustomer[], named: string): IdentityCustomer {
  const byNumber = customers.find(({ customer }) => customer === named)
  if (byNumber !== undefined) return byNumber
  const byName = customers.filter(({ name }) => name === named)
  const [only] = byName
  if (only === undefined || byName.length > 1) {
    throw new ProductError('identity.unknownCustomer', { customer: named, count: byName.length })
  }
  return only
}
