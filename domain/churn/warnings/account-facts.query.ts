import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

const parameters = z.object({ runId: z.string() })

/** One row per account of a run, in the order of their keys: its own margin, NaN where its profit is unknown. */
export const accountMargins = defineQuery({
  name: 'account-margins',
  parameters,
  row: z.unknown(),
  sql: `
SELECT account_key, if(isNull(gross_profit) OR revenue_with_profit <= 0, nan, toFloat64(assumeNotNull(gross_profit)) / toFloat64(revenue_with_profit))
FROM account_metrics
WHERE run_id = {runId:String}
ORDER BY account_key
`,
})

/** One row per valued account of a run, in the order of their keys: value of the horizon if it stayed; NaN = unknown. */
export const accountStakes = defineQuery({
  name: 'account-stakes',
  parameters,
  row: z.unknown(),
  sql: `
SELECT account_key, if(isNull(clv), nan, if(ifNull(p_alive, 0) > 0, assumeNotNull(clv) / assumeNotNull(p_alive), assumeNotNull(clv)))
FROM account_value
WHERE run_id = {runId:String}
ORDER BY account_key
`,
})
