import { Tier } from '@vitalfew/contract/run.ts'
import { defineQuery, defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** The order in which criteria stand in every array of these queries. */
export const criterionOrder = ['value', 'profit', 'growth', 'loyalty', 'breadth'] as const

/**
 * One row per account of a run with its score and tier. A criterion is the account's percentile among those where it is
 * known; one known for nobody gives its weight to the others (where all are, everybody is in the middle); one unknown for this
 * account counts as the middle. Pure twins: methods/scoring/percentile-ranks.ts, weighted-score.ts and assign-tiers.ts.
 */
export const writeAccountTiers = defineStatement({
  name: 'write-account-tiers',
  parameters: z.object({
    runId: z.string(),
    /** Weights in criterionOrder, 0 for a criterion the model does not use. */
    weights: z.array(z.number()).length(criterionOrder.length),
    keyShare: z.number(),
    keyMinimum: z.int(),
    keyMaximum: z.int(),
    strategicShare: z.number(),
    strategicMinimum: z.int(),
    strategicMaximum: z.int(),
    alwaysFirstFromShare: z.number(),
  }),
  sql: `
INSERT INTO account_score
WITH
  figure AS (
    SELECT
      account_key,
      pair.1 AS position,
      assumeNotNull(pair.2) AS figure
    FROM account_metrics
    ARRAY JOIN arrayZip([1, 2, 3, 4, 5], [
      toFloat64(net_revenue), toFloat64(gross_profit), growth, toFloat64(active_months), toFloat64(products)]) AS pair
    WHERE run_id = {runId:String} AND isNotNull(pair.2) AND NOT (position = 5 AND figure = 0)
  ),
  ranked AS (
    SELECT
      account_key,
      position,
      (rank() OVER (PARTITION BY position ORDER BY figure) - 1
       + 0.5 * count() OVER (PARTITION BY position, figure))
      / count() OVER (PARTITION BY position) AS percentile,
      (rank() OVER (PARTITION BY position ORDER BY figure) - 1) / count() OVER (PARTITION BY position) AS share_below
    FROM figure
  ),
  known AS (SELECT arraySort(groupUniqArray(position)) AS positions FROM figure),
  (SELECT arrayMap((w, i) -> if(has(positions, i), w, 0), {weights:Array(Float64)}, [1, 2, 3, 4, 5]) FROM known) AS usable,
  if(arraySum(usable) = 0, {weights:Array(Float64)}, arrayMap(w -> w / arraySum(usable), usable)) AS weights,
  per_account AS (
    SELECT account_key, groupArray(position) AS positions, groupArray(percentile) AS found, groupArray(share_below) AS found_below
    FROM ranked
    GROUP BY account_key
  ),
  scored AS (
    SELECT
      m.account_key AS account_key,
      m.account AS account,
      m.net_revenue AS net_revenue,
      m.share AS share,
      arrayMap(i -> toUInt8(has(p.positions, i)), [1, 2, 3, 4, 5]) AS known_criteria,
      arrayMap(i -> if(has(p.positions, i), p.found[indexOf(p.positions, i)], 0.5), [1, 2, 3, 4, 5]) AS percentiles,
      arrayMap(i -> if(has(p.positions, i), p.found_below[indexOf(p.positions, i)], 0), [1, 2, 3, 4, 5]) AS below,
      round(100 * arraySum((w, q) -> w * q, weights, percentiles), 6) AS score
    FROM account_metrics AS m
    LEFT JOIN per_account AS p ON p.account_key = m.account_key
    WHERE m.run_id = {runId:String}
  ),
  placed AS (
    SELECT
      account_key,
      row_number() OVER (ORDER BY score DESC, net_revenue DESC, account) AS place,
      count() OVER () AS n,
      least(n, greatest({keyMinimum:UInt32}, least({keyMaximum:UInt32}, toUInt32(ceil(round(n * {keyShare:Float64}, 9))))))
        AS key_places,
      greatest({strategicMinimum:UInt32},
        least({strategicMaximum:UInt32}, toUInt32(ceil(round(n * {strategicShare:Float64}, 9))))) AS strategic_places
    FROM scored
    WHERE net_revenue > 0
  )
SELECT
  {runId:String},
  scored.account_key,
  score,
  multiIf(place = 0, 'ordinary',
          place <= key_places OR round(share, 12) >= {alwaysFirstFromShare:Float64}, 'key',
          place <= key_places + strategic_places, 'strategic', 'ordinary'),
  if(place > key_places AND round(share, 12) >= {alwaysFirstFromShare:Float64}, 'share', 'score'),
  percentiles,
  below,
  known_criteria
FROM scored
LEFT JOIN placed ON placed.account_key = scored.account_key
`,
})

/** One row per key or strategic account, the best score first. */
export const chosenAccounts = defineQuery({
  name: 'chosen-accounts',
  parameters: z.object({ runId: z.string() }),
  row: z.object({
    account: z.string(),
    accountName: z.string(),
    tier: Tier,
    tierRule: z.enum(['score', 'share']),
    score: z.number(),
    netRevenue: z.number(),
    grossProfit: z.number().nullable(),
    growth: z.number().nullable(),
    activeMonths: z.int(),
    products: z.int(),
    share: z.number(),
    percentiles: z.array(z.number()),
    below: z.array(z.number()),
    known: z.array(z.int()),
  }),
  sql: `
SELECT
  account,
  account_name AS accountName,
  tier,
  tier_rule AS tierRule,
  score,
  toFloat64(net_revenue) AS netRevenue,
  toFloat64(gross_profit) AS grossProfit,
  growth,
  active_months AS activeMonths,
  products,
  share,
  percentiles,
  below,
  known
FROM account_score
INNER JOIN account_metrics USING (run_id, account_key)
WHERE run_id = {runId:String} AND tier != 'ordinary'
ORDER BY tier = 'key' DESC, score DESC, net_revenue DESC, account
`,
})
