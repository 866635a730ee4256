import { RfmSegment } from '@vitalfew/contract/run.ts'
import { defineQuery, defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

const RunId = z.object({ runId: z.string() })

/**
 * One row per account of a run with its three quintile scores (ties share a score) and its segment. Pure twins:
 * methods/rfm/quintile-scores.ts and methods/rfm/rfm-segment.ts.
 */
export const writeAccountScores = defineStatement({
  name: 'write-rfm-scores',
  parameters: RunId,
  sql: `
INSERT INTO account_rfm
WITH
  ranked AS (
    SELECT
      account_key,
      count() OVER () AS n,
      rank() OVER (ORDER BY ifNull(toInt32(last_order), -1000000)) - 1 AS less_recent,
      rank() OVER (ORDER BY orders) - 1 AS less_frequent,
      rank() OVER (ORDER BY net_revenue) - 1 AS less_money
    FROM account_metrics
    WHERE run_id = {runId:String}
  ),
  scored AS (
    SELECT
      account_key,
      toUInt8(1 + intDiv(5 * less_recent, n)) AS recency,
      toUInt8(1 + intDiv(5 * less_frequent, n)) AS frequency,
      toUInt8(1 + intDiv(5 * less_money, n)) AS monetary,
      intDiv(frequency + monetary + 1, 2) AS fm
    FROM ranked
  )
SELECT
  {runId:String},
  account_key,
  recency,
  frequency,
  monetary,
  multiIf(
    recency = 5 AND fm >= 4, 'champions',
    recency >= 3 AND fm >= 4, 'loyal',
    recency >= 4 AND fm >= 2, 'potentialLoyalist',
    recency = 5, 'newCustomer',
    recency = 4, 'promising',
    recency = 3 AND fm = 3, 'needsAttention',
    recency = 3, 'aboutToSleep',
    fm = 5, 'cannotLose',
    fm >= 3, 'atRisk',
    'hibernating')
FROM scored
`,
})

/** One row per segment and cell of the grid: accounts and net revenue in it. */
export const accountsPerSegment = defineQuery({
  name: 'accounts-per-segment',
  joinsOnShard: true,
  parameters: RunId,
  row: z.object({
    segment: RfmSegment,
    recency: z.int(),
    frequencyMonetary: z.int(),
    accounts: z.int(),
    netRevenue: z.number(),
  }),
  sql: `
SELECT
  segment,
  recency,
  intDiv(frequency + monetary + 1, 2) AS frequencyMonetary,
  count() AS accounts,
  toFloat64(sum(net_revenue)) AS netRevenue
FROM account_rfm
INNER JOIN account_metrics USING (run_id, account_key)
WHERE run_id = {runId:String}
GROUP BY segment, recency, frequencyMonetary
ORDER BY recency, frequencyMonetary
`,
})
