import { defineQuery, defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/**
 * Order lines made by the engine itself, of the kind that `sales-file.ts` writes: three lines an order, two years. The way
 * from a file costs by the line and not by what is there already; at these sizes only the lines themselves are of interest.
 */
export const insertMadeUpLines = defineStatement({
  name: 'insert-made-up-lines',
  parameters: z.object({ lines: z.int(), customers: z.int() }),
  sql: `
INSERT INTO sales_line (import_id, row, customer_key, customer, day, kind, order_number, quantity, net_revenue)
SELECT 1, number, cityHash64(account), account, toDate32('2024-01-01') + intDiv(number * 730, {lines:UInt64}), 'sale',
  concat('SO', toString(100000000 + intDiv(number, 3))), toDecimal64(1 + intHash64(number + 5) % 20, 6),
  toDecimal64(round(exp(2 + (intHash64(number + 9) % 1000) / 200), 2), 6)
FROM (
  SELECT number, concat('Account ', leftPad(toString(intHash64(intDiv(number, 3)) % {customers:UInt32}), 6, '0')) AS account
  FROM numbers({lines:UInt64})
)`,
})

/** One row a month of one account's sales. */
export const monthsOfAccount = defineQuery({
  name: 'bench-months-of-account',
  parameters: z.object({ imports: z.array(z.int()), customer: z.string() }),
  row: z.object({ month: z.string(), revenue: z.number(), orders: z.int() }),
  sql: `
SELECT toString(toStartOfMonth(day)) AS month, toFloat64(sum(net_revenue)) AS revenue, uniqExact(order_number) AS orders
FROM sales_line
WHERE import_id IN {imports:Array(UInt32)} AND customer_key = cityHash64({customer:String})
GROUP BY month
ORDER BY month`,
})

/** One row per month of first purchase and month of purchase: how many accounts bought. */
export const cohortsOfLines = defineQuery({
  name: 'bench-cohorts',
  parameters: z.object({ imports: z.array(z.int()) }),
  row: z.object({ first: z.int(), later: z.int(), accounts: z.int() }),
  sql: `
SELECT first, later, count() AS accounts
FROM (
  SELECT arraySort(groupUniqArray(toInt32(toYear(day) * 12 + toMonth(day)))) AS months, months[1] AS first,
    arrayJoin(months) - first AS later
  FROM sales_line
  WHERE import_id IN {imports:Array(UInt32)}
  GROUP BY customer_key
)
GROUP BY first, later
ORDER BY first, later`,
})

/** One row: what the tables take on the disk of the node that is asked. */
export const bytesOnDisk = defineQuery({
  name: 'bench-bytes-on-disk',
  parameters: z.object({}),
  row: z.object({ bytes: z.int() }),
  sql: `SELECT toUInt64(sum(bytes_on_disk)) AS bytes
FROM system.parts
WHERE database = currentDatabase() AND active`,
})
