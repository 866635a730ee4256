import { trendCuts } from '@vitalfew/contract/purchase-trends.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { analysedLine, isAnalysed, lineSource, overLines } from '../../metrics/index.ts'
import { BehaviourScope } from '../behaviour-scope.ts'
import { cutOfLine } from './cut-of-line.ts'

const TrendCutOrNone = z.enum([...trendCuts, 'none'])

/** Accounts that make a share of the revenue of the last twelve months, the largest first; all where the share is 1. */
const keyAccount = `key_account AS (
    SELECT key_account_key FROM (
      SELECT
        line.account_key AS key_account_key,
        toFloat64(sum(line.net_revenue)) AS revenue,
        -- Accounts that are equal are in or out together.
        sum(revenue) OVER (ORDER BY revenue DESC RANGE UNBOUNDED PRECEDING) AS through,
        through - revenue * count() OVER (PARTITION BY revenue) AS above,
        sumIf(revenue, revenue > 0) OVER () AS whole
      FROM ${lineSource}
      WHERE ${isAnalysed} AND line.day >= addMonths(toDate32({asOf:String}), -12)
      GROUP BY key_account_key
    )
    WHERE {keyShare:Float64} < 1 AND revenue > 0 AND above < {keyShare:Float64} * whole
  )`

export const SeriesScope = BehaviourScope.extend({
  first: TrendCutOrNone,
  second: TrendCutOrNone,
  /** Share of the revenue that the accounts looked at make; 1 for all accounts. */
  keyShare: z.number(),
  /** The largest series of the last twelve months. */
  limit: z.int(),
})

const isLookedAt = `${isAnalysed} AND ({keyShare:Float64} >= 1 OR line.account_key IN (SELECT key_account_key FROM key_account))`

/** One row per series: net revenue and units of each month, counted from year 0. */
export const monthlySeries = defineQuery({
  name: 'monthly-series',
  parameters: SeriesScope,
  row: z.object({
    first: z.string(),
    second: z.string(),
    label: z.string(),
    months: z.array(z.int()),
    revenue: z.array(z.number()),
    units: z.array(z.number()),
    recent: z.number(),
  }),
  sql: overLines(`
WITH
  ${analysedLine},
  ${keyAccount},
  series_month AS (
    SELECT
      ${cutOfLine('first')} AS first,
      ${cutOfLine('second')} AS second,
      toInt32(toYear(line.day) * 12 + toMonth(line.day) - 1) AS month,
      if('product' IN ({first:String}, {second:String}), max(l.product_name), '') AS label,
      toFloat64(sum(line.net_revenue)) AS revenue,
      toFloat64(sum(ifNull(line.quantity, 0))) AS units,
      toFloat64(sumIf(line.net_revenue, line.day >= addMonths(toDate32({asOf:String}), -12))) AS recent
    FROM ${lineSource}
    WHERE ${isLookedAt} AND line.is_counted
    GROUP BY first, second, month
  )
SELECT
  first,
  second,
  max(series_month.label) AS label,
  arraySort(groupArray((series_month.month, series_month.revenue, series_month.units))) AS sorted,
  arrayMap(m -> m.1, sorted) AS months,
  arrayMap(m -> m.2, sorted) AS revenue,
  arrayMap(m -> m.3, sorted) AS units,
  sum(series_month.recent) AS recent
FROM series_month
WHERE ({first:String} = 'none' OR first != '') AND ({second:String} = 'none' OR second != '')
GROUP BY first, second
ORDER BY recent DESC, first, second
LIMIT {limit:UInt32}
`),
})

/** One row: by what sales can be told apart, how far they reach, and how many the key accounts are. */
export const seriesExtent = defineQuery({
  name: 'series-extent',
  parameters: BehaviourScope.extend({ keyShare: z.number() }),
  row: z.object({
    firstDay: z.int(),
    lastDay: z.int(),
    lines: z.int(),
    linesWithUnits: z.int(),
    keyAccounts: z.int(),
    /** Distinct values of each cut, in the order of `trendCuts` without the account. */
    distinct: z.array(z.int()),
  }),
  sql: overLines(`
WITH
  ${analysedLine},
  ${keyAccount}
SELECT
  min(toInt32(line.day)) AS firstDay,
  max(toInt32(line.day)) AS lastDay,
  count() AS lines,
  countIf(isNotNull(line.quantity)) AS linesWithUnits,
  (SELECT count() FROM key_account) AS keyAccounts,
  [uniqIf(if(line.product != '', line.product, l.product_name), line.product != '' OR l.product_name != ''),
   uniqIf(line.category, line.category != ''), uniqIf(l.region, l.region != ''), uniqIf(l.department, l.department != ''),
   uniqIf(l.channel, l.channel != ''), uniqIf(l.industry, l.industry != ''), uniqIf(l.salesperson, l.salesperson != '')]
    AS distinct
FROM ${lineSource}
WHERE ${isAnalysed} AND line.is_counted
`),
})
