import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** One row per days and outcome: how long accounts that were gone stayed away, until they bought again or until the run. */
export const returnCounts = defineQuery({
  name: 'return-counts',
  parameters: z.object({ runId: z.string(), asOf: z.iso.date() }),
  row: z.object({ duration: z.int(), event: z.int(), count: z.int() }),
  sql: `
SELECT
  toUInt32(if(time.2 > 0, time.2, toInt32(toDate32({asOf:String}))) - time.1) AS duration,
  time.2 > 0 AS event,
  count() AS count
FROM (
  SELECT arrayJoin(arrayZip(gone_on, returned_on)) AS time FROM account_history WHERE run_id = {runId:String}
)
GROUP BY duration, event
ORDER BY duration, event
`,
})
