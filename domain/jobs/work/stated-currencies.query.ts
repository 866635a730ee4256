import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** One row per currency that lines of some imports name. */
export const statedCurrencies = defineQuery({
  name: 'stated-currencies',
  parameters: z.object({ imports: z.array(z.int()) }),
  row: z.object({ currency: z.string() }),
  sql: `
SELECT DISTINCT currency FROM sales_line
WHERE import_id IN {imports:Array(UInt32)} AND currency != ''
LIMIT 2`,
})
