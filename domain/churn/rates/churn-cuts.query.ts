import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { ChurnDimension } from '@vitalfew/contract/churn.ts'

const parameters = z.object({ runId: z.string(), from: z.iso.date() })

/**
 * One row per cut and value: accounts that were customers when a period began, by what was known of them then, and how
 * many went away in it.
 */
export const churnByTrait = defineQuery({
  name: 'churn-by-trait',
  parameters,
  row: z.object({
    dimension: ChurnDimension,
    value: z.string(),
    accounts: z.int(),
    left: z.int(),
    wonBack: z.int(),
    revenueLost: z.number(),
  }),
  sql: `
WITH toInt32(toDate32({from:String})) AS start
SELECT
  cut.1 AS dimension,
  cut.2 AS value,
  count() AS accounts,
  countIf(has_left) AS left,
  countIf(has_left AND is_back) AS wonBack,
  sumIf(lost, has_left) AS revenueLost
FROM (
  SELECT
    arrayFirst((d, b) -> b = 1, days, bought) AS first_day,
    notEmpty(gone_on) AND gone_on[-1] > start AS has_left,
    returned_on[-1] > 0 AS is_back,
    lost_revenue[-1] AS lost,
    arrayJoin([
      ('region', later_traits[1]),
      ('department', later_traits[2]),
      ('channel', later_traits[3]),
      ('industry', later_traits[4]),
      ('salesperson', later_traits[5]),
      ('firstYear', toString(toYear(toDate32(first_day))))
    ]) AS cut
  FROM account_history
  WHERE run_id = {runId:String} AND has(bought, 1) AND first_day < start
    AND NOT arrayExists((gone, back) -> gone <= start AND (back = 0 OR back >= start), gone_on, returned_on)
)
WHERE value != ''
GROUP BY dimension, value
ORDER BY dimension, accounts DESC, value
`,
})

/** One row per account that went away in a period, by its key: what it brought in the year before. */
export const periodDepartures = defineQuery({
  name: 'period-departures',
  parameters,
  row: z.unknown(),
  sql: `
SELECT account_key, lost_revenue[-1]
FROM account_history
WHERE run_id = {runId:String} AND notEmpty(gone_on) AND gone_on[-1] > toInt32(toDate32({from:String}))
ORDER BY account_key
`,
})

/** One row per account that came back after going away in a period, by its key. */
export const periodReturns = defineQuery({
  name: 'period-returns',
  parameters,
  row: z.unknown(),
  sql: `
SELECT account_key, 1.
FROM account_history
WHERE run_id = {runId:String} AND notEmpty(gone_on) AND gone_on[-1] > toInt32(toDate32({from:String})) AND returned_on[-1] > 0
ORDER BY account_key
`,
})
