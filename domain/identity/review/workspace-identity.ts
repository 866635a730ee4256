import { ProductError } from '@vitalfew/contract/errors.ts'
import type {
  IdentityCalibration,
  IdentityCustomer,
  IdentityDecision,
  RelationEntry,
} from '@vitalfew/contract/identity.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { currentSalesImports } from '../../imports/index.ts'
import { type IdentityState, identityState } from '../membership/change-membership.ts'
import { newestCalibration } from '../calibration/calibration-log.query.ts'
import { relationEntries } from '../groups/relation-log.query.ts'
import { takesPlaceOf } from './compared-customers.ts'
import { identityCustomers } from './customers.query.ts'
import { identityDecisions } from './decisions.query.ts'

/** Everything a workspace knows of who its customers are. */
export interface WorkspaceIdentity {
  readonly customers: readonly IdentityCustomer[]
  readonly state: IdentityState
  readonly decisions: readonly IdentityDecision[]
  readonly relations: readonly RelationEntry[]
  readonly calibration: IdentityCalibration | undefined
  /** The imports that the customers were read from. */
  readonly imports: number[]
}

/** Customers change with what is imported and with nothing else: the last answer of each warehouse is kept. */
const lastCustomers = new WeakMap<
  Warehouse,
  { readonly imports: string; readonly customers: Promise<IdentityCustomer[]> }
>()

export async function workspaceIdentity(warehouse: Warehouse): Promise<WorkspaceIdentity> {
  const imports = (await currentSalesImports(warehouse)).map(({ id }) => id)
  const customers = await customersOfImports(warehouse, imports)
  const state = await identityState(warehouse)
  const decisions = await warehouse.rows(identityDecisions, {})
  const relations = await warehouse.rows(relationEntries, {})
  return { customers, state, decisions, relations, calibration: await newestCalibration(warehouse), imports }
}

function customersOfImports(warehouse: Warehouse, imports: number[]): Promise<IdentityCustomer[]> {
  const name = imports.join(' ')
  const last = lastCustomers.get(warehouse)
  if (last?.imports === name) return last.customers
  const customers = customersNow(warehouse, { imports, last: last?.customers })
  lastCustomers.set(warehouse, { imports: name, customers })
  customers.catch(() => lastCustomers.delete(warehouse))
  return customers
}

async function customersNow(
  warehouse: Warehouse,
  { imports, last }: { readonly imports: number[]; readonly last: Promise<IdentityCustomer[]> | undefined },
): Promise<IdentityCustomer[]> {
  const customers = await warehouse.rows(identityCustomers, { imports })
  const before = await last?.catch(() => undefined)
  if (before !== undefined) takesPlaceOf(customers, before)
  return customers
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
