import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** The largest accounts of a run that ever bought, each with the days on which it did. */
export const largestPurchaseDays = defineQuery({
  name: 'largest-purchase-days',
  parameters: z.object({ runId: z.string(), limit: z.int() }),
  row: z.object({ account: z.string(), accountName: z.string(), purchaseDays: z.array(z.int()) }),
  sql: `
SELECT account, account_name AS accountName, purchase_days AS purchaseDays
FROM account_metrics
WHERE run_id = {runId:String} AND notEmpty(purchase_days)
ORDER BY net_revenue DESC, account
LIMIT {limit:UInt32}
`,
})
