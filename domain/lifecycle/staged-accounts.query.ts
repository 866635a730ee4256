import { LifecycleStage } from '@vitalfew/contract/run.ts'
import { defineQuery, defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { analysedLine, isAnalysed, lineSource, overLines, RunScope } from '../metrics/index.ts'

const RunId = z.object({ runId: z.string() })

/** One row: the purchase cycle an account is measured by while it has none of its own. */
export const portfolioCycle = defineQuery({
  name: 'portfolio-cycle',
  parameters: RunId,
  row: z.object({ days: z.number() }),
  sql: `
SELECT if(count() = 0, 90, quantileExactInclusive(0.5)(assumeNotNull(median_days_between_orders))) AS days
FROM account_metrics
WHERE run_id = {runId:String} AND length(purchase_days) >= 3
`,
})

/**
 * One row per account of a run with its lifecycle stage, measured in purchase cycles of its own. The pure twin is
 * methods/lifecycle/lifecycle-stage.ts.
 */
export const writeAccountStages = defineStatement({
  name: 'write-lifecycle-stages',
  parameters: RunScope.extend({ portfolioCycleDays: z.number() }),
  sql: overLines(`
INSERT INTO account_lifecycle
WITH
  toInt32(toDate32({asOf:String})) AS today,
  ${analysedLine},
  rhythm AS (
    SELECT
      account_key,
      purchase_days AS days,
      arrayPopFront(arrayDifference(days)) AS gaps,
      greatest(7, if(length(days) >= 3, assumeNotNull(median_days_between_orders), {portfolioCycleDays:Float64})) AS cycle,
      if(empty(days), 0, (today - days[-1]) / cycle) AS silence,
      arraySort(arrayPopBack(gaps)) AS earlier_gaps,
      greatest(7, if(length(days) >= 3,
        (earlier_gaps[intDiv(length(earlier_gaps) + 1, 2)] + earlier_gaps[intDiv(length(earlier_gaps), 2) + 1]) / 2,
        {portfolioCycleDays:Float64})) AS earlier_cycle,
      multiIf(
        empty(days), if(return_lines > 0, 'lost', 'prospect'),
        silence > 8, 'lost',
        silence > 4, 'dormant',
        silence > 2, 'slipping',
        notEmpty(gaps) AND gaps[-1] > 8 * earlier_cycle, 'wonBack',
        length(days) < 3, 'new',
        'mature') AS stage,
      today - toInt32(floor(4 * cycle + 0.5)) AS recent_from,
      today - toInt32(floor(8 * cycle + 0.5)) AS before_from,
      arrayFirst((d, gap) -> gap > 2 * cycle, arrayReverse(arrayPopFront(days)), arrayReverse(gaps)) AS returned_on
    FROM account_metrics
    WHERE run_id = {runId:String}
  ),
  trend AS (
    SELECT
      line.account_key AS account_key,
      sumIf(line.net_revenue, toInt32(line.day) >= r.recent_from) AS recent,
      sumIf(line.net_revenue, toInt32(line.day) < r.recent_from) AS before
    FROM ${lineSource}
    INNER JOIN (SELECT account_key, recent_from, before_from FROM rhythm WHERE stage = 'mature') AS r
      ON r.account_key = line.account_key
    WHERE ${isAnalysed} AND line.is_sale AND toInt32(line.day) >= r.before_from
    GROUP BY account_key
  )
SELECT
  {runId:String} AS run_id,
  rhythm.account_key AS account_key,
  if(rhythm.stage = 'mature' AND days[1] <= before_from AND trend.before > 0 AND trend.recent > 0
     AND trend.recent * 4 >= trend.before * 5, 'growing', rhythm.stage) AS final_stage,
  cycle AS cycle_days,
  toDate32(multiIf(
    empty(days), NULL,
    final_stage = 'lost', days[-1] + toInt32(ceil(8 * cycle)),
    final_stage = 'dormant', days[-1] + toInt32(ceil(4 * cycle)),
    final_stage = 'slipping', days[-1] + toInt32(ceil(2 * cycle)),
    final_stage = 'wonBack', days[-1],
    final_stage = 'new', days[1],
    greatest(returned_on, days[3]))) AS since,
  if(isNull(since), NULL, toUInt32(greatest(0, floor((today - toInt32(since)) / 30.4375)))) AS months
FROM rhythm
LEFT JOIN trend ON trend.account_key = rhythm.account_key
`),
})

/** One row per stage: accounts and net revenue in it. */
export const accountsPerStage = defineQuery({
  name: 'accounts-per-stage',
  joinsOnShard: true,
  parameters: RunId,
  row: z.object({ name: LifecycleStage, accounts: z.int(), netRevenue: z.number() }),
  sql: `
SELECT stage AS name, count() AS accounts, toFloat64(sum(net_revenue)) AS netRevenue
FROM account_lifecycle
INNER JOIN account_metrics USING (run_id, account_key)
WHERE run_id = {runId:String}
GROUP BY name
ORDER BY name
`,
})

/** One row per account that has gone quieter than its own rhythm, the most money at stake first. */
export const slippingAccounts = defineQuery({
  name: 'slipping-accounts',
  joinsOnShard: true,
  parameters: RunId.extend({ limit: z.int() }),
  row: z.object({
    account: z.string(),
    accountName: z.string(),
    stage: z.enum(['slipping', 'dormant']),
    netRevenue: z.number(),
    revenueLast24Months: z.number(),
    lastOrder: z.iso.date(),
    recencyDays: z.int(),
    usualDaysBetweenOrders: z.number(),
    silence: z.number(),
  }),
  sql: `
SELECT
  account,
  account_name AS accountName,
  stage,
  toFloat64(net_revenue) AS netRevenue,
  toFloat64(arraySum(monthly_revenue)) AS revenueLast24Months,
  toString(assumeNotNull(last_order)) AS lastOrder,
  assumeNotNull(recency_days) AS recencyDays,
  cycle_days AS usualDaysBetweenOrders,
  recencyDays / cycle_days AS silence
FROM account_lifecycle
INNER JOIN account_metrics USING (run_id, account_key)
WHERE run_id = {runId:String} AND stage IN ('slipping', 'dormant') AND revenueLast24Months > 0
ORDER BY revenueLast24Months DESC, account
LIMIT {limit:UInt32}
`,
})
