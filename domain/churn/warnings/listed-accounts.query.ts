import { ChurnAccount, ChurnLevel, ChurnSignalName } from '@vitalfew/contract/churn.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** One row per account of some levels, the most value at risk first. */
export const listedAccounts = defineQuery({
  name: 'listed-churn-accounts',
  parameters: z.object({ runId: z.string(), levels: z.array(ChurnLevel), limit: z.int() }),
  row: z.object({
    key: z.string(),
    account: z.string(),
    accountName: z.string(),
    level: ChurnLevel,
    risk: z.number(),
    clv: z.number().nullable(),
    valueAtRisk: z.number().nullable(),
    revenueLast12Months: z.number(),
    netRevenue: z.number(),
    lastOrder: z.iso.date().nullable(),
    recencyDays: z.int().nullable(),
    usualDaysBetweenOrders: z.number().nullable(),
    signals: z.array(ChurnSignalName),
    strengths: z.array(z.number()),
    values: z.array(z.number().nullable()),
    usual: z.array(z.number().nullable()),
    manner: z.string().transform((text) => ChurnAccount.shape.manner.parse(text === '' ? null : text)),
    leftOn: z.iso.date().nullable(),
  }),
  joinsOnShard: true,
  sql: `
SELECT
  toString(c.account_key) AS key,
  m.account AS account,
  m.account_name AS accountName,
  c.level AS level,
  c.risk AS risk,
  c.clv AS clv,
  c.value_at_risk AS valueAtRisk,
  toFloat64(m.revenue_last_12_months) AS revenueLast12Months,
  toFloat64(m.net_revenue) AS netRevenue,
  toString(m.last_order) AS lastOrder,
  m.recency_days AS recencyDays,
  if(length(m.purchase_days) >= 3, m.median_days_between_orders, NULL) AS usualDaysBetweenOrders,
  c.signals AS signals,
  c.strengths AS strengths,
  c.signal_values AS values,
  c.signal_usual AS usual,
  c.manner AS manner,
  toString(c.left_on) AS leftOn
FROM account_churn AS c
INNER JOIN account_metrics AS m ON m.account_key = c.account_key AND m.run_id = c.run_id
WHERE c.run_id = {runId:String} AND c.level IN {levels:Array(String)}
ORDER BY valueAtRisk DESC NULLS LAST, netRevenue DESC, account
LIMIT {limit:UInt32}
`,
})

/** One row per level: how many accounts are of it and what hangs on them. */
export const accountsPerLevel = defineQuery({
  name: 'accounts-per-churn-level',
  parameters: z.object({ runId: z.string() }),
  row: z.object({ level: ChurnLevel, accounts: z.int(), netRevenue: z.number(), valueAtRisk: z.number() }),
  joinsOnShard: true,
  sql: `
SELECT
  c.level AS level,
  count() AS accounts,
  toFloat64(sum(m.net_revenue)) AS netRevenue,
  sum(ifNull(c.value_at_risk, 0)) AS valueAtRisk
FROM account_churn AS c
INNER JOIN account_metrics AS m ON m.account_key = c.account_key AND m.run_id = c.run_id
WHERE c.run_id = {runId:String}
GROUP BY level
ORDER BY level
`,
})
