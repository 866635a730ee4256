import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import type { AccountSources } from '../list/selected-accounts.ts'
import { settleMarks } from './settle-marks.ts'

/** One row per person that an account was given to. */
const assignedTo = defineQuery({
  name: 'account-assigned-to',
  parameters: z.object({ key: z.string() }),
  row: z.object({ userId: z.string() }),
  sql: `
SELECT name AS userId FROM account_mark
WHERE kind = 'assignment' AND account_key = toUInt64({key:String})
GROUP BY name
HAVING argMax(is_set, sequence) = 1
ORDER BY name`,
})

/** The people who look after an account because somebody gave it to them; those who have left the company are not told. */
export async function peopleOf(sources: AccountSources, key: string): Promise<{ userId: string; name: string }[]> {
  await settleMarks(sources)
  const given = await sources.warehouse.rows(assignedTo, { key })
  if (given.length === 0) return []
  const ids = given.map(({ userId }) => userId)
  return sources.database
    .selectFrom('person')
    .select(['id as userId', 'name'])
    .where('id', 'in', ids)
    .orderBy('name')
    .execute()
}
