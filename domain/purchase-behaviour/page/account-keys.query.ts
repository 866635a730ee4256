import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** One row per account of a run that has one of the codes. */
const keysOfAccounts = defineQuery({
  name: 'keys-of-accounts',
  parameters: z.object({ runId: z.string(), accounts: z.array(z.string()) }),
  row: z.object({ key: z.string(), account: z.string() }),
  sql: `
SELECT toString(a.account_key) AS key, a.account AS account
FROM account_row AS a
WHERE a.run_id = {runId:String} AND a.account IN {accounts:Array(String)}`,
})

const accountsPerQuestion = 1_000

/** The keys behind codes of accounts. */
export async function accountKeys(
  warehouse: Warehouse,
  { runId, accounts }: { readonly runId: string; readonly accounts: readonly string[] },
): Promise<Record<string, string>> {
  const keys: Record<string, string> = {}
  for (let at = 0; at < accounts.length; at += accountsPerQuestion) {
    const asked = accounts.slice(at, at + accountsPerQuestion)
    for (const row of await warehouse.rows(keysOfAccounts, { runId, accounts: asked })) keys[row.account] = row.key
  }
  return keys
}
