import { AccountRow } from '@vitalfew/contract/accounts.ts'
import { harmlessCell } from '@vitalfew/warehouse/harmless-cell.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

const figures = `
    m.net_revenue AS net,
    round(toFloat64(m.net_revenue), {decimals:UInt8}) AS netRevenue,
    round(toFloat64(m.gross_revenue), {decimals:UInt8}) AS grossRevenue,
    round(toFloat64(m.returns), {decimals:UInt8}) AS returns,
    if(m.gross_revenue = 0, NULL, round(toFloat64(m.returns) / toFloat64(m.gross_revenue), 6)) AS returnRate,
    round(toFloat64(m.gross_profit), {decimals:UInt8}) AS grossProfit,
    if(m.revenue_with_profit <= 0, NULL, round(toFloat64(m.gross_profit) / toFloat64(m.revenue_with_profit), 6)) AS margin,
    round(m.share, 10) AS share,
    m.orders AS orders,
    m.order_lines AS orderLines,
    toFloat64(m.units) AS units,
    toString(m.first_order) AS firstOrder,
    toString(m.last_order) AS lastOrder,
    m.recency_days AS recencyDays,
    round(m.orders_per_year, 4) AS ordersPerYear,
    round(m.mean_days_between_orders, 4) AS meanDaysBetweenOrders,
    m.median_days_between_orders AS medianDaysBetweenOrders,
    if(m.orders = 0, NULL, round(toFloat64(m.gross_revenue) / m.orders, {decimals:UInt8})) AS averageOrderValue,
    round(m.growth, 6) AS growth,
    m.products AS products,
    m.categories AS categories,
    m.active_months AS activeMonths,
    nullIf(a.abc_class, '') AS abcClass,
    round(a.cumulative_share, 10) AS cumulativeShare,
    nullIf(a.xyz_class, '') AS xyzClass,
    concat(toString(r.recency), toString(r.frequency), toString(r.monetary)) AS rfm,
    r.segment AS rfmSegment,
    l.stage AS lifecycleStage,
    l.months_in_stage AS monthsInStage,
    round(v.p_alive, 6) AS pAlive,
    round(v.expected_orders, 4) AS expectedOrders,
    round(v.clv, {decimals:UInt8}) AS clv,
    round(v.clv_lower, {decimals:UInt8}) AS clvLower,
    round(v.clv_upper, {decimals:UInt8}) AS clvUpper,
    round(v.value_at_risk, {decimals:UInt8}) AS valueAtRisk,
    toString(v.next_order_due) AS nextOrderDue,
    round(v.overdue_cycles, 4) AS overdueCycles,
    nullIf(c.level, '') AS churnLevel,
    if(c.level = '', NULL, round(c.risk, 6)) AS churnRisk,
    round(s.score, 4) AS score,
    s.tier AS tier`

const sources = `
  FROM account_metrics AS m
  INNER JOIN account_abc AS a ON a.account_key = m.account_key
  INNER JOIN account_rfm AS r ON r.account_key = m.account_key
  INNER JOIN account_lifecycle AS l ON l.account_key = m.account_key
  INNER JOIN account_score AS s ON s.account_key = m.account_key
  LEFT JOIN (SELECT * FROM account_value WHERE run_id = {runId:String}) AS v ON v.account_key = m.account_key
  LEFT JOIN (SELECT * FROM account_churn WHERE run_id = {runId:String}) AS c ON c.account_key = m.account_key
  WHERE m.run_id = {runId:String} AND a.run_id = {runId:String} AND r.run_id = {runId:String}
    AND l.run_id = {runId:String} AND s.run_id = {runId:String}
  ORDER BY net DESC, m.account`

const missing = 's.missing_criteria'

const Parameters = z.object({ runId: z.string(), decimals: z.int() })

/** One row per account with every figure of a run, the largest first. */
export const accountRows = defineQuery({
  name: 'account-rows',
  joinsOnShard: true,
  parameters: Parameters.extend({ limit: z.int() }),
  row: AccountRow,
  sql: `
SELECT * EXCEPT (net)
FROM (
  SELECT m.account AS account, m.account_name AS accountName, m.parent AS parent, ${figures},
    ${missing} AS missingCriteria,
    arrayMap(x -> round(toFloat64(x), {decimals:UInt8}), m.monthly_revenue) AS monthlyRevenue
  ${sources}
  LIMIT {limit:UInt32}
)`,
})

/** The same rows as flat cells for files: names made harmless, the 24 months as columns of their own. */
export const accountCells = defineQuery({
  name: 'account-cells',
  joinsOnShard: true,
  parameters: Parameters,
  row: z.array(z.unknown()),
  sql: `
SELECT * EXCEPT (net)
FROM (
  SELECT ${harmlessCell('m.account')} AS account, ${harmlessCell('m.account_name')} AS accountName,
    ${harmlessCell('m.parent')} AS parent, ${figures},
    arrayStringConcat(${missing}, ' ') AS missingCriteria,
    ${Array.from({ length: 24 }, (_, slot) => `round(toFloat64(m.monthly_revenue[${slot + 1}]), {decimals:UInt8}) AS month${slot}`).join(', ')}
  ${sources}
)`,
})
