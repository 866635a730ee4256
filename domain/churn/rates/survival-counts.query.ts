import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/**
 * One row per cut, value, whole months and outcome: accounts by how long they stayed after their first purchase, until
 * they were counted as gone for the first time (months begun) or until the day of the run (months completed). Cuts are as
 * the account was with its first purchase; the cut without a name is everybody.
 */
export const survivalCounts = defineQuery({
  name: 'survival-counts',
  parameters: z.object({ runId: z.string(), asOf: z.iso.date() }),
  row: z.object({ dimension: z.string(), value: z.string(), duration: z.int(), event: z.int(), count: z.int() }),
  sql: `
SELECT
  cut.1 AS dimension,
  cut.2 AS value,
  toUInt32(if(left, ceil((gone_on[1] - first_day) / 30.4375), floor((toInt32(toDate32({asOf:String})) - first_day) / 30.4375)))
    AS duration,
  left AS event,
  count() AS count
FROM (
  SELECT
    arrayFirst((d, b) -> b = 1, days, bought) AS first_day,
    gone_on,
    notEmpty(gone_on) AS left,
    arrayJoin([
      ('', ''),
      ('region', first_traits[1]),
      ('department', first_traits[2]),
      ('channel', first_traits[3]),
      ('industry', first_traits[4]),
      ('salesperson', first_traits[5]),
      ('firstYear', toString(toYear(toDate32(first_day))))
    ]) AS cut
  FROM account_history
  WHERE run_id = {runId:String} AND has(bought, 1)
)
WHERE dimension = '' OR value != ''
GROUP BY dimension, value, duration, event
ORDER BY dimension, value, duration, event
`,
})
