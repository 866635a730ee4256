import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { identityState } from './change-membership.ts'

/**
 * One row: the newest entry of the membership log; those that show groups, and take that back, are none. And how far that log
 * has come, and the log of operations that it follows.
 */
const newestMembership = defineQuery({
  name: 'newest-membership',
  parameters: z.object({}),
  row: z.object({ sequence: z.int(), written: z.int(), told: z.int() }),
  sql: `SELECT
  maxIf(membership.sequence, membership.sequence NOT IN (
    SELECT arrayJoin([group_view.sequence, group_view.sequence + 1]) FROM group_view)) AS sequence,
  max(membership.sequence) AS written,
  (SELECT max(identity_operation.sequence) FROM identity_operation) AS told
FROM membership`,
})

/** What a run has to believe to see every merge and split there is now: the `membershipSequence` of its scope. */
export async function currentMembershipSequence(warehouse: Warehouse): Promise<number> {
  const [newest] = await warehouse.rows(newestMembership, {})
  if (newest === undefined) return 0
  if (newest.told <= newest.written) return newest.sequence
  // An operation that a crash kept from the membership log counts all the same: here it gets there.
  await identityState(warehouse)
  const [finished] = await warehouse.rows(newestMembership, {})
  return finished?.sequence ?? newest.sequence
}
