import { AccountValue } from '@vitalfew/contract/customer-value.ts'
import { harmlessCell } from '@vitalfew/warehouse/harmless-cell.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { analysedLine, RunScope } from '../../metrics/index.ts'

const Parameters = RunScope.extend({ decimals: z.int(), limit: z.int() })

const rows = (name: (column: string) => string): string => `
WITH
  ${analysedLine},
  valued AS (
    SELECT * FROM account_value
    WHERE run_id = {runId:String}
    ORDER BY isNull(clv), clv DESC, account_key
    LIMIT {limit:UInt32}
  ),
  named AS (
    SELECT
      account_key,
      anyIf(line.customer, line.is_own_key) AS own_name,
      if(own_name = '', minIf(line.customer, NOT line.is_own_key), own_name) AS account,
      maxIf(line.customer_name, line.customer_name != '') AS account_name
    FROM line
    WHERE account_key IN (SELECT account_key FROM valued)
      -- Said of the customers too, as the facts have an index of these.
      AND customer_key IN (SELECT account_key FROM valued UNION ALL SELECT customer_key FROM current_membership)
    GROUP BY account_key
  )
SELECT
  ${name('named.account')} AS account,
  ${name('named.account_name')} AS accountName,
  v.purchases AS purchases,
  v.recency_days AS recencyDays,
  v.age_days AS ageDays,
  round(v.p_alive, 6) AS pAlive,
  round(v.expected_orders, 6) AS expectedOrders,
  round(v.value_per_order, {decimals:UInt8}) AS valuePerOrder,
  round(v.clv, {decimals:UInt8}) AS clv,
  round(v.clv_lower, {decimals:UInt8}) AS clvLower,
  round(v.clv_upper, {decimals:UInt8}) AS clvUpper,
  round(v.value_at_risk, {decimals:UInt8}) AS valueAtRisk,
  toString(v.next_order_due) AS nextOrderDue,
  toString(v.next_order_from) AS nextOrderFrom,
  toString(v.next_order_to) AS nextOrderTo,
  round(v.overdue_cycles, 3) AS overdueCycles
FROM valued AS v
INNER JOIN named ON named.account_key = v.account_key
ORDER BY isNull(v.clv), v.clv DESC, named.account
`

/** One row per account of a valuation, the most valuable first. */
export const valuedAccounts = defineQuery({
  name: 'valued-accounts',
  parameters: Parameters,
  row: AccountValue,
  sql: rows((column) => column),
})

/** The same rows as cells of a file, names made harmless. */
export const valuedAccountCells = defineQuery({
  name: 'valued-account-cells',
  parameters: Parameters,
  row: z.array(z.unknown()),
  sql: rows(harmlessCell),
})
