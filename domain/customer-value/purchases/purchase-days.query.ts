import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { analysedLine, isAnalysed, lineSource, overLines, RunScope } from '../../metrics/index.ts'

/**
 * One row per account and day with sales or returns, in this order: the account's key, twice the day plus 1 where it was
 * bought on, and what the day brought. Every row takes the same 20 bytes as RowBinary.
 */
export const purchaseDays = defineQuery({
  name: 'purchase-days',
  parameters: RunScope.omit({ runId: true }).extend({
    /** Count profit; lines without one earn `marginElsewhere` of their revenue. */
    byProfit: z.boolean(),
    marginElsewhere: z.number(),
    /** Days on which nothing was sold above zero are no purchases. */
    positiveOnly: z.boolean(),
  }),
  row: z.unknown(),
  sql: overLines(`
WITH
  ${analysedLine}
SELECT
  line.account_key AS account_key,
  toInt32(toInt32(l.day) * 2 + max(l.kind = 'sale' AND (l.net_revenue > 0 OR NOT {positiveOnly:Bool}))) AS day_and_bought,
  if({byProfit:Bool},
     toFloat64(sum(ifNull(l.gross_profit, 0)))
       + {marginElsewhere:Float64} * toFloat64(sumIf(l.net_revenue, isNull(l.gross_profit))),
     toFloat64(sum(l.net_revenue))) AS amount
FROM ${lineSource}
WHERE ${isAnalysed} AND l.kind != 'cancelled'
GROUP BY account_key, l.day
ORDER BY account_key, l.day
`),
})
