import { AccountListRow } from '@vitalfew/contract/api/accounts.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import type { Viewer } from '../../access/index.ts'
import { type AccountSources, selectedAccounts } from './selected-accounts.ts'

const Found = z.object({
  key: AccountListRow.shape.key,
  account: z.string(),
  accountName: z.string(),
  tier: z.string(),
})

/** The largest accounts whose name, pinyin, initials or code has a text in it; those that begin with it come first. */
export async function searchAccounts(
  viewer: Viewer,
  { warehouse, database }: AccountSources,
  { text, limit }: { readonly text: string; readonly limit: number },
) {
  if (text.trim() === '') return { accounts: [] }
  const { where, parameters } = await selectedAccounts(viewer, { warehouse, database }, { search: text })
  const query = defineQuery({
    name: 'search-accounts',
    parameters: z.record(z.string(), z.unknown()),
    row: Found,
    sql: `
SELECT toString(a.account_key) AS key, a.account AS account, a.account_name AS accountName, a.tier AS tier
FROM account_row AS a
WHERE ${where}
ORDER BY NOT (startsWith(a.search_name, {search:String}) OR startsWith(lowerUTF8(a.account_name), {search:String})),
  -a.net_revenue, a.account
LIMIT {limit:UInt32}`,
  })
  return { accounts: await warehouse.rows(query, { ...parameters, limit }) }
}
