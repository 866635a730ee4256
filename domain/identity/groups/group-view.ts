import { createHash } from 'node:crypto'
import type { AccountLevel } from '@vitalfew/contract/identity.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { holdTurn, type IdentitySources } from '../in-turn.ts'
import { currentMembershipSequence } from '../membership/membership-sequence.query.ts'
import { accountOf, membershipChanges } from '../membership/replay-operations.ts'
import { workspaceIdentity } from '../review/workspace-identity.ts'
import { groupLinks } from './group-links.ts'
import { groupMembership, relationOfLevel } from './group-membership.ts'

/** One row: a view of a level that says the same, if there is one. */
const sameView = defineQuery({
  name: 'same-group-view',
  parameters: z.object({ level: z.string(), digest: z.string() }),
  row: z.object({ sequence: z.int() }),
  sql: `SELECT sequence FROM group_view
WHERE level = {level:String} AND digest = {digest:String}
ORDER BY sequence DESC
LIMIT 1`,
})

const insertMembership = `INSERT INTO membership (sequence, customer_key, account_key, at)
SETTINGS date_time_input_format = 'best_effort' FORMAT JSONEachRow`
const insertView = `INSERT INTO group_view (sequence, level, digest, at)
SETTINGS date_time_input_format = 'best_effort' FORMAT JSONEachRow`

/**
 * What a run has to believe to see accounts, or groups of them: the `membershipSequence` of its scope. Groups are put
 * into the membership log as one entry, and taken back by the next in the same insert: whoever believes the log up to
 * the first sees groups, then and always, and everybody else sees accounts.
 */
export async function membershipSequenceAt(warehouse: Warehouse, level: AccountLevel): Promise<number> {
  const relation = relationOfLevel[level]
  if (relation === undefined) return currentMembershipSequence(warehouse)
  const { customers, state, relations } = await workspaceIdentity(warehouse)
  const { membership } = state
  const links = groupLinks(relation, { customers, membership, entries: relations })
  const changes = membershipChanges(membership, groupMembership(links, { customers, membership }))
  if (changes.length === 0) return currentMembershipSequence(warehouse)
  const digest = createHash('sha256')
    .update(JSON.stringify([[...membership].toSorted(([a], [b]) => (a < b ? -1 : 1)), changes]))
    .digest('hex')
  const [same] = await warehouse.rows(sameView, { level, digest })
  if (same !== undefined) return same.sequence
  const sequence = state.nextSequence
  const at = new Date().toISOString()
  const row = (number: number, [customer, account]: readonly [string, string]): string =>
    JSON.stringify({ sequence: number, customer_key: customer, account_key: account, at })
  const rows = [
    ...changes.map((change) => row(sequence, change)),
    ...changes.map(([customer]) => row(sequence + 1, [customer, accountOf(membership, customer)])),
  ]
  await warehouse.insert({ name: 'write-group-view', sql: insertMembership }, Buffer.from(rows.join('\n')))
  const view = JSON.stringify({ sequence, level, digest, at })
  await warehouse.insert({ name: 'keep-group-view', sql: insertView }, Buffer.from(view))
  return sequence
}

/** The same on a server: entries of the log are written in turn. */
export function membershipOfLevel({ warehouse, database }: IdentitySources, level: AccountLevel): Promise<number> {
  if (level === 'account') return currentMembershipSequence(warehouse)
  return database.transaction().execute(async (transaction) => {
    await holdTurn(transaction)
    return membershipSequenceAt(warehouse, level)
  })
}
