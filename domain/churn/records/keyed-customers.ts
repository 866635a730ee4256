import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { accountKeys } from './account-keys.query.ts'

/** Who a record is about: by the code its source gives the customer, or by name. */
export interface NamedCustomer {
  readonly customer: string
  readonly customerName: string
}

export interface KeyScope {
  readonly runId: string
  readonly membershipSequence: number
}

/** Names sent in one question. */
const namesPerQuestion = 1_000

/**
 * The account's key of every record, undefined where the run has no such account. Codes or names, whichever find more
 * accounts: sales may be kept by either.
 */
export async function keyedCustomers(
  warehouse: Warehouse,
  records: readonly NamedCustomer[],
  scope: KeyScope,
): Promise<(bigint | undefined)[]> {
  const byCode = await keysOf(
    warehouse,
    records.map(({ customer }) => customer),
    scope,
  )
  const distinct = new Set(records.map(({ customer }) => customer)).size
  if (byCode.size === distinct) return records.map(({ customer }) => byCode.get(customer))
  const byName = await keysOf(
    warehouse,
    records.map(({ customerName }) => customerName),
    scope,
  )
  return byName.size > byCode.size
    ? records.map(({ customerName }) => byName.get(customerName))
    : records.map(({ customer }) => byCode.get(customer))
}

async function keysOf(warehouse: Warehouse, names: readonly string[], scope: KeyScope): Promise<Map<string, bigint>> {
  const distinct = [...new Set(names)].filter((name) => name !== '')
  const keys = new Map<string, bigint>()
  for (let at = 0; at < distinct.length; at += namesPerQuestion) {
    const customers = distinct.slice(at, at + namesPerQuestion)
    const rows = await warehouse.rows(accountKeys, { ...scope, customers })
    for (const { customer, key } of rows) keys.set(customer, BigInt(key))
  }
  return keys
}
