import { defineQuery, defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

const RunId = z.object({ runId: z.string() })

/** How many accounts of a run are in the wide table: none or all of them. */
export const countAccountRows = defineQuery({
  name: 'count-account-rows',
  parameters: RunId,
  row: z.object({ accounts: z.int() }),
  sql: 'SELECT count() AS accounts FROM account_row WHERE run_id = {runId:String}',
})

const money = (amount: string): string => `round(toFloat64(${amount}), {decimals:UInt8})`

/** One row per account with every figure of a run: what is joined here is joined nowhere else. */
export const writeAccountRows = defineStatement({
  name: 'write-account-rows',
  joinsOnShard: true,
  parameters: RunId.extend({ decimals: z.int() }),
  sql: `
INSERT INTO account_row
SELECT
  {runId:String} AS run_id,
  m.account_key AS account_key,
  m.account AS account,
  m.account_name AS account_name,
  m.parent AS parent,
  lowerUTF8(normalizeUTF8NFKC(concat(m.account, '\\n', m.account_name))) AS search_name,
  t.department AS department,
  t.region AS region,
  t.salesperson AS salesperson,
  t.channel AS channel,
  t.industry AS industry,
  ${money('m.net_revenue')} AS net_revenue,
  ${money('m.gross_revenue')} AS gross_revenue,
  ${money('m.returns')} AS returns,
  if(m.gross_revenue = 0, NULL, round(toFloat64(m.returns) / toFloat64(m.gross_revenue), 6)) AS return_rate,
  ${money('m.gross_profit')} AS gross_profit,
  if(m.revenue_with_profit <= 0, NULL, round(toFloat64(m.gross_profit) / toFloat64(m.revenue_with_profit), 6)) AS margin,
  round(m.share, 10) AS share,
  m.orders AS orders,
  m.order_lines AS order_lines,
  toFloat64(m.units) AS units,
  m.first_order AS first_order,
  m.last_order AS last_order,
  m.recency_days AS recency_days,
  round(m.orders_per_year, 4) AS orders_per_year,
  round(m.mean_days_between_orders, 4) AS mean_days_between_orders,
  m.median_days_between_orders AS median_days_between_orders,
  if(m.orders = 0, NULL, round(toFloat64(m.gross_revenue) / m.orders, {decimals:UInt8})) AS average_order_value,
  ${money('m.revenue_last_12_months')} AS revenue_last_12_months,
  ${money('m.revenue_prior_12_months')} AS revenue_prior_12_months,
  round(m.growth, 6) AS growth,
  m.products AS products,
  m.categories AS categories,
  m.active_months AS active_months,
  a.abc_class AS abc_class,
  round(a.cumulative_share, 10) AS cumulative_share,
  a.xyz_class AS xyz_class,
  concat(toString(r.recency), toString(r.frequency), toString(r.monetary)) AS rfm,
  r.segment AS rfm_segment,
  l.stage AS lifecycle_stage,
  l.months_in_stage AS months_in_stage,
  round(v.p_alive, 6) AS p_alive,
  round(v.expected_orders, 4) AS expected_orders,
  round(v.clv, {decimals:UInt8}) AS clv,
  round(v.clv_lower, {decimals:UInt8}) AS clv_lower,
  round(v.clv_upper, {decimals:UInt8}) AS clv_upper,
  round(v.value_at_risk, {decimals:UInt8}) AS value_at_risk,
  v.next_order_due AS next_order_due,
  round(v.overdue_cycles, 4) AS overdue_cycles,
  c.level AS churn_level,
  if(c.level = '', NULL, round(c.risk, 6)) AS churn_risk,
  round(s.score, 4) AS score,
  s.tier AS tier,
  s.previous_tier AS previous_tier,
  s.missing_criteria AS missing_criteria,
  arrayMap(x -> ${money('x')}, m.monthly_revenue) AS monthly_revenue,
  if(m.gross_profit IS NULL, [], arrayMap(x -> ${money('x')}, t.monthly_profit)) AS monthly_profit,
  ${money('k.contribution')} AS contribution
FROM account_metrics AS m
INNER JOIN account_abc AS a ON a.account_key = m.account_key
INNER JOIN account_rfm AS r ON r.account_key = m.account_key
INNER JOIN account_lifecycle AS l ON l.account_key = m.account_key
INNER JOIN account_score AS s ON s.account_key = m.account_key
LEFT JOIN (SELECT * FROM account_trait WHERE run_id = {runId:String}) AS t ON t.account_key = m.account_key
LEFT JOIN (SELECT * FROM account_value WHERE run_id = {runId:String}) AS v ON v.account_key = m.account_key
LEFT JOIN (SELECT * FROM account_churn WHERE run_id = {runId:String}) AS c ON c.account_key = m.account_key
LEFT JOIN (SELECT * FROM account_contribution WHERE run_id = {runId:String}) AS k ON k.account_key = m.account_key
WHERE m.run_id = {runId:String} AND a.run_id = {runId:String} AND r.run_id = {runId:String}
  AND l.run_id = {runId:String} AND s.run_id = {runId:String}
`,
})
