import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** One row per account of a run: what it is called, and the class that the run gave it. */
export const namedAccounts = defineQuery({
  name: 'named-accounts',
  parameters: z.object({ runId: z.string(), keys: z.array(z.string()) }),
  row: z.object({
    key: z.string(),
    account: z.string(),
    accountName: z.string(),
    abcClass: z.enum(['A', 'B', 'C']).nullable(),
  }),
  sql: `
SELECT toString(account_key) AS key, account, account_name AS accountName, nullIf(abc_class, '') AS abcClass
FROM account_row
WHERE run_id = {runId:String} AND account_key IN (SELECT toUInt64(arrayJoin({keys:Array(String)})))`,
})
