import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import type { AccountPredicate } from '../../access/index.ts'

/** One row per account of some that has a tag. */
const tagsOfAccounts = defineQuery({
  name: 'tags-of-accounts',
  parameters: z.object({ keys: z.array(z.string()) }),
  row: z.object({ key: z.string(), tags: z.array(z.string()) }),
  sql: `
SELECT toString(account_key) AS key, arraySort(groupArray(name)) AS tags
FROM (
  SELECT name, account_key
  FROM account_mark
  WHERE kind = 'tag' AND account_key IN (SELECT toUInt64(arrayJoin({keys:Array(String)})))
  GROUP BY name, account_key
  HAVING argMax(is_set, sequence) = 1
)
GROUP BY account_key
`,
})

/** The tags of some accounts, by the account's key. */
export async function tagsOf(warehouse: Warehouse, keys: readonly string[]): Promise<Map<string, string[]>> {
  if (keys.length === 0) return new Map()
  const rows = await warehouse.rows(tagsOfAccounts, { keys: [...keys] })
  return new Map(rows.map(({ key, tags }) => [key, tags]))
}

/** One row per tag in use: how many of the accounts that somebody may see have it. */
export function tagsInUse(predicate: AccountPredicate) {
  return defineQuery({
    name: 'tags-in-use',
    parameters: z.record(z.string(), z.unknown()),
    row: z.object({ tag: z.string(), accounts: z.int() }),
    sql: `
SELECT name AS tag, count() AS accounts
FROM (
  SELECT name, account_key FROM account_mark
  WHERE kind = 'tag'
  GROUP BY name, account_key HAVING argMax(is_set, sequence) = 1
) AS t
WHERE ${predicate.on('t.account_key')}
GROUP BY name
ORDER BY name`,
  })
}
