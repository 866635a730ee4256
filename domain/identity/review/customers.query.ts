import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { nameOrder } from '../../metrics/index.ts'

const newestName = nameOrder({ name: 'customer_name', day: 'day', isOwn: '0' })

/** One row is a customer of the sales as its lines have it; of several names the one most lines have. */
export const identityCustomers = defineQuery({
  name: 'identity-customers',
  parameters: z.object({ imports: z.array(z.int()) }),
  row: z.object({
    key: z.string(),
    customer: z.string(),
    name: z.string(),
    creditCode: z.string(),
    parent: z.string(),
    netRevenue: z.number(),
    lines: z.int(),
    firstDay: z.string(),
    lastDay: z.string(),
  }),
  sql: `SELECT
  toString(customer_key) AS key,
  any(customer) AS customer,
  argMaxIf(customer_name, ${newestName}, customer_name != '') AS name,
  argMax(credit_code, (credit_code != '', day)) AS creditCode,
  argMax(parent, (parent != '', day)) AS parent,
  toFloat64(sumIf(net_revenue, kind != 'cancelled')) AS netRevenue,
  count() AS lines,
  toString(min(day)) AS firstDay,
  toString(max(day)) AS lastDay
FROM sales_line
WHERE import_id IN {imports:Array(UInt32)}
GROUP BY customer_key
ORDER BY customer_key`,
})
