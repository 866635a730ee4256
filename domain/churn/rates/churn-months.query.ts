import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** One row per calendar month (counted from year 0) in which accounts came, went or came back. */
export const churnEvents = defineQuery({
  name: 'churn-events-by-month',
  parameters: z.object({ runId: z.string() }),
  row: z.object({
    month: z.int(),
    began: z.int(),
    left: z.int(),
    wonBack: z.int(),
    returned: z.int(),
    revenueLost: z.number(),
  }),
  sql: `
SELECT
  toInt32(toYear(toDate32(event.2)) * 12 + toMonth(toDate32(event.2)) - 1) AS month,
  countIf(event.1 = 'began') AS began,
  countIf(event.1 = 'left') AS left,
  countIf(event.1 = 'left' AND event.3 > 0) AS wonBack,
  countIf(event.1 = 'returned') AS returned,
  sumIf(event.4, event.1 = 'left') AS revenueLost
FROM (
  SELECT
    arrayFirst((d, b) -> b = 1, days, bought) AS first_day,
    arrayJoin(arrayConcat(
      if(has(bought, 1), [('began', first_day, 0, 0.)], []),
      arrayMap((gone, back, lost) -> ('left', gone, back, lost), gone_on, returned_on, lost_revenue),
      arrayMap(back -> ('returned', back, 0, 0.), arrayFilter(back -> back > 0, returned_on))
    )) AS event
  FROM account_history
  WHERE run_id = {runId:String}
)
GROUP BY month
ORDER BY month
`,
})
