import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** One row: what is known of the profit of sales before a day. */
export const knownProfit = defineQuery({
  name: 'known-profit',
  parameters: z.object({ imports: z.array(z.int()), before: z.iso.date() }),
  row: z.object({ sales: z.number(), salesWithProfit: z.number(), profit: z.number() }),
  sql: `
SELECT
  toFloat64(sumIf(net_revenue, kind = 'sale')) AS sales,
  toFloat64(sumIf(net_revenue, kind = 'sale' AND isNotNull(gross_profit))) AS salesWithProfit,
  toFloat64(sumIf(ifNull(gross_profit, 0), kind = 'sale')) AS profit
FROM sales_line
WHERE import_id IN {imports:Array(UInt32)} AND day < toDate32({before:String})
`,
})
