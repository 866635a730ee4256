import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { analysedLine, isAnalysed, lineSource, overLines } from '../../metrics/index.ts'
import { BehaviourScope } from '../behaviour-scope.ts'

/** One row per day with sales: how many orders, and what they brought. */
export const salesDays = defineQuery({
  name: 'sales-days',
  parameters: BehaviourScope,
  row: z.object({ day: z.int(), orders: z.int(), revenue: z.number() }),
  sql: overLines(`
WITH
  ${analysedLine}
SELECT
  toInt32(line.day) AS day,
  uniqExact(line.account_key, line.order_key) AS orders,
  toFloat64(sum(line.net_revenue)) AS revenue
FROM ${lineSource}
WHERE ${isAnalysed} AND line.is_sale
GROUP BY day
ORDER BY day
`),
})
