import { Measure } from '@vitalfew/contract/run.ts'
import { defineQuery, defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

const measured = `multiIf({measure:String} = 'orders', toDecimal128(orders, 6),
              {measure:String} = 'grossProfit', ifNull(gross_profit, toDecimal128(0, 6)),
              {measure:String} = 'contribution', ifNull(contribution, toDecimal128(0, 6)),
              net_revenue)`

/** What accounts brought after their costs is joined where it is asked for: elsewhere it is not read. */
const joinContribution = `LEFT JOIN (
      SELECT account_key, contribution FROM account_contribution
      WHERE run_id = {runId:String} AND {measure:String} = 'contribution'
    ) AS brought USING (account_key)`

/**
 * One row per account of a run with its ABC and XYZ class. The first-ranked account is A whatever its share; after it A
 * goes on while the cumulative share does not pass the first cut. Pure twins: methods/ranking/abc-classes.ts and
 * methods/ranking/demand-variation.ts.
 */
export const writeAccountClasses = defineStatement({
  name: 'write-account-classes',
  parameters: z.object({
    runId: z.string(),
    measure: Measure,
    firstCut: z.number(),
    secondCut: z.number(),
    asOf: z.iso.date(),
    dataStart: z.iso.date(),
  }),
  sql: `
INSERT INTO account_abc
WITH
  toDate32({asOf:String}) AS as_of,
  toInt32(toYear(as_of - 1) * 12 + toMonth(as_of - 1)) AS last_month,
  if(toStartOfMonth(as_of) = as_of, 24, 23) AS last_complete_slot,
  24 - last_month + toInt32(toYear(toDate32({dataStart:String})) * 12 + toMonth(toDate32({dataStart:String}))) AS data_slot,
  measured AS (
    SELECT
      account_key, account, monthly_revenue, first_order,
      ${measured} AS measure
    FROM account_metrics
    ${joinContribution}
    WHERE run_id = {runId:String}
  ),
  ranked AS (
    SELECT
      account_key,
      row_number() OVER w AS position,
      round(toFloat64(sum(measure) OVER w) / toFloat64(sum(measure) OVER ()), 12) AS cumulative_share
    FROM measured
    WHERE measure > 0
    WINDOW w AS (ORDER BY measure DESC, account ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
  ),
  demand AS (
    SELECT
      account_key,
      24 - last_month + toInt32(toYear(first_order) * 12 + toMonth(first_order)) AS first_slot,
      greatest(last_complete_slot - 11, data_slot, ifNull(first_slot, 25), 1) AS from_slot,
      arrayMap(x -> greatest(toFloat64(x), 0),
        arraySlice(monthly_revenue, from_slot, greatest(last_complete_slot - from_slot + 1, 0))) AS months,
      round(arrayReduce('stddevPop', months) / arrayAvg(months), 12) AS variation
    FROM measured
  )
SELECT
  {runId:String},
  demand.account_key,
  multiIf(ranked.position = 0, '',
          ranked.position = 1 OR ranked.cumulative_share <= {firstCut:Float64}, 'A',
          ranked.cumulative_share <= {secondCut:Float64}, 'B', 'C'),
  if(ranked.position = 0, NULL, ranked.cumulative_share),
  multiIf(length(months) < 3, '', arraySum(months) = 0, 'Z', variation <= 0.5, 'X', variation <= 1, 'Y', 'Z')
FROM demand
LEFT JOIN ranked ON ranked.account_key = demand.account_key
`,
})

const RunId = z.object({ runId: z.string() })

/** One row per pair of ABC and XYZ class: accounts and money (net revenue) in it. '' = in no class. */
export const accountsPerClass = defineQuery({
  name: 'accounts-per-class',
  joinsOnShard: true,
  parameters: RunId.extend({ measure: Measure }),
  row: z.object({
    abcClass: z.string(),
    xyzClass: z.string(),
    accounts: z.int(),
    amount: z.number(),
  }),
  sql: `
SELECT
  abc_class AS abcClass,
  xyz_class AS xyzClass,
  count() AS accounts,
  toFloat64(sum(${measured})) AS amount
FROM account_abc
INNER JOIN account_metrics USING (run_id, account_key)
${joinContribution}
WHERE run_id = {runId:String}
GROUP BY abcClass, xyzClass
ORDER BY abcClass, xyzClass
`,
})

/** One row: how concentrated the measure is over the accounts above zero. */
export const concentration = defineQuery({
  name: 'concentration',
  parameters: RunId.extend({ measure: Measure }),
  row: z.object({
    accounts: z.int(),
    gini: z.number(),
    hhi: z.number(),
    topAccounts: z.array(z.int()),
    topShares: z.array(z.number()),
    /** Share of the measure held by the first 0/200, 1/200 … 200/200 of the accounts, largest first. */
    curve: z.array(z.number()),
  }),
  sql: `
WITH
  measured AS (
    SELECT toFloat64(${measured}) AS measure
    FROM account_metrics
    ${joinContribution}
    WHERE run_id = {runId:String}
  ),
  (SELECT arrayReverseSort(groupArray(measure)) FROM measured WHERE measure > 0) AS largest_first,
  length(largest_first) AS n,
  arraySum(largest_first) AS total,
  arrayCumSum(largest_first) AS running,
  arrayMap(p -> greatest(1, toUInt64(ceil(round(n * p, 9)))), [0.01, 0.05, 0.1, 0.2]) AS top_counts
SELECT
  n AS accounts,
  if(n = 0, 0, arraySum((x, i) -> (n + 1 - 2 * i) * x, largest_first, arrayEnumerate(largest_first)) / (n * total)) AS gini,
  if(n = 0, 0, arraySum(x -> pow(x / total, 2), largest_first)) AS hhi,
  if(n = 0, [], top_counts) AS topAccounts,
  if(n = 0, [], arrayMap(c -> running[c] / total, top_counts)) AS topShares,
  if(n = 0, [], arrayMap(k -> if(k = 0, 0, running[greatest(1, toUInt64(round(n * k / 200)))] / total), range(0, 201))) AS curve
`,
})
