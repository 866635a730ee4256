import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** One row per name of a customer that is an account of a run, or belongs to one: the account's key. */
export const accountKeys = defineQuery({
  name: 'account-keys-of-customers',
  parameters: z.object({ runId: z.string(), membershipSequence: z.int(), customers: z.array(z.string()) }),
  row: z.object({ customer: z.string(), key: z.string() }),
  sql: `
WITH
  named AS (SELECT arrayJoin({customers:Array(String)}) AS customer, cityHash64(customer) AS customer_key),
  current_membership AS (
    SELECT customer_key, argMax(membership.account_key, sequence) AS account_key
    FROM membership
    WHERE sequence <= {membershipSequence:UInt64} AND customer_key IN (SELECT customer_key FROM named)
    GROUP BY customer_key
  )
SELECT
  n.customer AS customer,
  toString(if(m.account_key = 0, n.customer_key, m.account_key)) AS key
FROM named AS n
LEFT JOIN current_membership AS m ON m.customer_key = n.customer_key
WHERE if(m.account_key = 0, n.customer_key, m.account_key) IN (SELECT account_key FROM account_metrics WHERE run_id = {runId:String})
ORDER BY customer
`,
})
