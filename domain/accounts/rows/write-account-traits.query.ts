import { defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { RunScope } from '../../metrics/index.ts'

/** One row per account: by whom and where it is served, after its last line that says so, and its profit month by month. */
export const writeAccountTraits = defineStatement({
  name: 'write-account-traits',
  parameters: RunScope,
  sql: `
INSERT INTO account_trait
WITH
  current_membership AS (
    SELECT customer_key, argMax(membership.account_key, sequence) AS account_key
    FROM membership
    WHERE sequence <= {membershipSequence:UInt64}
    GROUP BY customer_key
  ),
  toDate32({asOf:String}) - 1 AS last_day,
  toInt32(toYear(last_day) * 12 + toMonth(last_day)) AS last_month
SELECT
  {runId:String} AS run_id,
  if(m.account_key = 0, l.customer_key, m.account_key) AS account_key,
  argMaxIf(l.department, (l.day, l.import_id, l.row), l.department != '') AS last_department,
  argMaxIf(l.region, (l.day, l.import_id, l.row), l.region != '') AS last_region,
  argMaxIf(l.salesperson, (l.day, l.import_id, l.row), l.salesperson != '') AS last_salesperson,
  argMaxIf(l.channel, (l.day, l.import_id, l.row), l.channel != '') AS last_channel,
  argMaxIf(l.industry, (l.day, l.import_id, l.row), l.industry != '') AS last_industry,
  arraySort(groupUniqArrayIf(l.department, l.department != '')) AS departments,
  arraySort(groupUniqArrayIf(l.salesperson, l.salesperson != '')) AS salespeople,
  sumWithOverflowResample(0, 24, 1)(
    ifNull(toDecimal128(if(l.kind != 'cancelled', l.gross_profit, NULL), 6), toDecimal128(0, 6)),
    23 - last_month + toInt32(toYear(l.day) * 12 + toMonth(l.day))) AS monthly_profit
FROM sales_line AS l
LEFT JOIN current_membership AS m ON m.customer_key = l.customer_key
WHERE l.import_id IN {imports:Array(UInt32)} AND l.day < toDate32({asOf:String})
GROUP BY account_key
`,
})

/** One row per account and name under which it can be somebody's. */
export const writeAccountScopes = defineStatement({
  name: 'write-account-scopes',
  parameters: z.object({ runId: z.string() }),
  sql: `
INSERT INTO account_scope
SELECT
  run_id,
  arrayJoin(arrayDistinct(arrayConcat(
    arrayMap(name -> concat('department=', lowerUTF8(name)), departments),
    arrayMap(name -> concat('salesperson=', lowerUTF8(name)), salespeople)))) AS scope,
  account_key
FROM account_trait
WHERE run_id = {runId:String}
`,
})
