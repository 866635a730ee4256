import { identityOperationKinds, type IdentityOperation } from '@vitalfew/contract/identity.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** One row is an entry of the log of operations. Keys leave as text: they have more digits than a double. */
export const identityOperations = defineQuery({
  name: 'identity-operations',
  parameters: z.object({}),
  row: z.object({
    sequence: z.int(),
    at: z.string(),
    author: z.string(),
    reason: z.string(),
    kind: z.enum(identityOperationKinds),
    into: z.string(),
    accounts: z.array(z.string()),
    customers: z.array(z.string()),
    undoes: z.int(),
  }),
  sql: `SELECT
  sequence,
  at,
  author,
  reason,
  kind,
  toString(into_key) AS into,
  arrayMap(key -> toString(key), account_keys) AS accounts,
  arrayMap(key -> toString(key), customer_keys) AS customers,
  undoes
FROM identity_operation
ORDER BY sequence`,
})

/** One row is a customer whom the membership log gives to an account. */
export const membershipRows = defineQuery({
  name: 'membership-rows',
  parameters: z.object({}),
  row: z.object({ customer: z.string(), account: z.string(), sequence: z.int() }),
  sql: `SELECT
  toString(customer_key) AS customer,
  toString(argMax(account_key, membership.sequence)) AS account,
  max(membership.sequence) AS sequence
FROM membership
GROUP BY customer_key`,
})

const insertOperation = `INSERT INTO identity_operation (sequence, at, author, reason, kind, into_key, account_keys, customer_keys, undoes)
SETTINGS date_time_input_format = 'best_effort' FORMAT JSONEachRow`
const insertMembership = `INSERT INTO membership (sequence, customer_key, account_key, at)
SETTINGS date_time_input_format = 'best_effort' FORMAT JSONEachRow`

/** Adds an entry; the same entry sent twice is there once. */
export async function writeOperation(warehouse: Warehouse, operation: IdentityOperation): Promise<void> {
  const { into, accounts, customers, ...rest } = operation
  const row = { ...rest, into_key: into, account_keys: accounts, customer_keys: customers }
  const token = `identity-operation-${operation.sequence}`
  await warehouse.insert({ name: 'write-operation', sql: insertOperation, token }, Buffer.from(JSON.stringify(row)))
}

/** Says which account customers belong to from this entry on. */
export async function writeMembership(
  warehouse: Warehouse,
  {
    changes,
    sequence,
    at,
  }: { readonly changes: readonly (readonly [string, string])[]; readonly sequence: number; readonly at: string },
): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(([customer, account]) =>
    JSON.stringify({ sequence, customer_key: customer, account_key: account, at }),
  )
  await warehouse.insert({ name: 'write-membership', sql: insertMembership }, Buffer.from(rows.join('\n')))
}
