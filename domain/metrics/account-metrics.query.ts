import { defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { analysedLine, isAnalysed, lineSource, overLines, RunScope } from './analysed-line.ts'
import { nameOrder } from './name-order.ts'

const newestName = nameOrder({ name: 'line.customer_name', day: 'line.day', isOwn: 'line.is_own_key' })

/**
 * One row per account with its figures as of a day, from the sales lines known before that day.
 * Definitions: docs/guide/metrics.md; the pure twin is methods/metrics/account-metrics.ts.
 */
export const writeAccountMetrics = defineStatement({
  name: 'write-account-metrics',
  parameters: RunScope.extend({
    /** First day of the whole data set: growth needs two full years of it. */
    dataStart: z.iso.date(),
  }),
  sql: overLines(`
INSERT INTO account_metrics
WITH
  toDate32({asOf:String}) AS as_of,
  addMonths(as_of, -12) AS year_ago,
  addMonths(as_of, -24) AS two_years_ago,
  ${analysedLine},
  account AS (
    SELECT
      line.account_key AS account_key,
      anyIf(line.customer, line.is_own_key) AS own_name,
      if(own_name = '', minIf(line.customer, NOT line.is_own_key), own_name) AS account,
      argMaxIf(line.customer_name, ${newestName}, line.customer_name != '') AS account_name,
      maxIf(line.parent, line.parent != '') AS parent,
      sum(line.net_revenue) AS net_revenue,
      sumIf(line.net_revenue, line.is_sale) AS gross_revenue,
      gross_revenue - net_revenue AS returns,
      sumOrNull(line.gross_profit) AS gross_profit,
      sumIf(line.net_revenue, isNotNull(line.gross_profit)) AS revenue_with_profit,
      arrayUniq(groupArrayIf(line.order_key, line.is_sale)) AS orders,
      countIf(line.is_counted) AS order_lines,
      countIf(line.is_counted AND NOT line.is_sale) AS return_lines,
      sumOrNull(line.quantity) AS units,
      arrayCompact(arraySort(groupArrayIf(toInt32(line.day), line.is_sale))) AS purchase_days,
      groupBitOrIf(bitShiftLeft(toUInt32(1), greatest(line.month_slot, 0)), line.is_sale AND line.month_slot >= 12)
        AS active_month_bits,
      sumIf(line.net_revenue, line.day >= year_ago) AS revenue_last_12_months,
      sumIf(line.net_revenue, line.day >= two_years_ago AND line.day < year_ago) AS revenue_prior_12_months,
      arrayUniq(groupArrayIf(cityHash64(line.product), line.is_sale AND line.product != '')) AS products,
      arrayUniq(groupArrayIf(cityHash64(line.category), line.is_sale AND line.category != '')) AS categories,
      sumWithOverflowResample(0, 24, 1)(line.net_revenue, line.month_slot) AS monthly_revenue,
      throwIf(gross_revenue + returns > 9e12, 'amounts of one account beyond 9e12') AS guard
    FROM ${lineSource}
    WHERE ${isAnalysed}
    GROUP BY account_key
    HAVING NOT guard
  ),
  rhythm AS (
    SELECT *, arraySort(arrayPopFront(arrayDifference(purchase_days))) AS gaps FROM account
  )
SELECT
  {runId:String} AS run_id,
  account_key,
  account,
  account_name,
  parent,
  net_revenue,
  gross_revenue,
  returns,
  gross_profit,
  revenue_with_profit,
  orders,
  order_lines,
  return_lines,
  units,
  purchase_days,
  revenue_last_12_months,
  revenue_prior_12_months,
  products,
  categories,
  monthly_revenue,
  if(empty(purchase_days), NULL, toDate32(purchase_days[1])) AS first_order,
  if(empty(purchase_days), NULL, toDate32(purchase_days[-1])) AS last_order,
  if(empty(purchase_days), NULL, toInt32(as_of) - purchase_days[-1]) AS recency_days,
  if(empty(purchase_days), 0, orders * 365.25 / greatest(toFloat64(toInt32(as_of) - purchase_days[1]), 365.25)) AS orders_per_year,
  if(empty(gaps), NULL, arrayAvg(gaps)) AS mean_days_between_orders,
  if(empty(gaps), NULL, (gaps[intDiv(length(gaps) + 1, 2)] + gaps[intDiv(length(gaps), 2) + 1]) / 2)
    AS median_days_between_orders,
  if(revenue_prior_12_months > 0 AND toDate32({dataStart:String}) <= two_years_ago,
     round(toFloat64(revenue_last_12_months - revenue_prior_12_months) / toFloat64(revenue_prior_12_months), 12), NULL) AS growth,
  if(net_revenue > 0, toFloat64(net_revenue) / toFloat64(sumIf(net_revenue, net_revenue > 0) OVER ()), 0) AS share,
  toUInt8(bitCount(active_month_bits)) AS active_months
FROM rhythm
`),
})
