import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** One row: the newest entry of the membership log; those that show groups, and take that back, are none. */
const newestMembership = defineQuery({
  name: 'newest-membership',
  parameters: z.object({}),
  row: z.object({ sequence: z.int() }),
  sql: `SELECT max(membership.sequence) AS sequence
FROM membership
WHERE membership.sequence NOT IN (SELECT arrayJoin([group_view.sequence, group_view.sequence + 1]) FROM group_view)`,
})

/** What a run has to believe to see every merge and split there is now: the `membershipSequence` of its scope. */
export async function currentMembershipSequence(warehouse: Warehouse): Promise<number> {
  const [newest] = await warehouse.rows(newestMembership, {})
  return newest?.sequence ?? 0
}
