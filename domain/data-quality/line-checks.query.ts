import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** Like every figure of a run, the checks know the lines before its day alone. */
const KnownLines = z.object({ imports: z.array(z.int()), before: z.iso.date() })

/** One row: what a single pass over the lines of some imports finds. */
export const lineChecks = defineQuery({
  name: 'line-checks',
  parameters: KnownLines.extend({ today: z.iso.date() }),
  row: z.object({
    amount: z.number(),
    returns: z.int(),
    returnsAmount: z.number(),
    cancelled: z.int(),
    cancelledAmount: z.number(),
    future: z.int(),
    futureAmount: z.number(),
    futureExamples: z.array(z.string()),
    zero: z.int(),
    zeroExamples: z.array(z.string()),
    currencies: z.array(z.string()),
    monthsWithSales: z.int(),
    monthsSpanned: z.int(),
  }),
  sql: `
SELECT
  toFloat64(sum(abs(net_revenue))) AS amount,
  countIf(kind = 'return') AS returns,
  toFloat64(sumIf(abs(net_revenue), kind = 'return')) AS returnsAmount,
  countIf(kind = 'cancelled') AS cancelled,
  toFloat64(sumIf(abs(net_revenue), kind = 'cancelled')) AS cancelledAmount,
  countIf(day > toDate32({today:String})) AS future,
  toFloat64(sumIf(abs(net_revenue), day > toDate32({today:String}))) AS futureAmount,
  arraySlice(arraySort(groupUniqArrayIf(toString(day), day > toDate32({today:String}))), 1, 5) AS futureExamples,
  countIf(net_revenue = 0 AND kind = 'sale') AS zero,
  arraySlice(arraySort(groupUniqArrayIf(customer, net_revenue = 0 AND kind = 'sale')), 1, 5) AS zeroExamples,
  arraySlice(arraySort(groupUniqArrayIf(currency, currency != '')), 1, 10) AS currencies,
  uniqExact(toYYYYMM(day)) AS monthsWithSales,
  dateDiff('month', min(day), max(day)) + 1 AS monthsSpanned
FROM sales_line
WHERE import_id IN {imports:Array(UInt32)} AND day < toDate32({before:String})
`,
})

/** One row: lines that stand more than once, equal in every field. */
export const duplicateLines = defineQuery({
  name: 'duplicate-lines',
  parameters: KnownLines,
  row: z.object({ rows: z.int(), amount: z.number(), examples: z.array(z.string()) }),
  sql: `
SELECT
  toInt64(sum(copies - 1)) AS rows,
  toFloat64(sum(repeated_amount)) AS amount,
  arrayMap(e -> e.2, groupArraySorted(5)((-repeated_amount, example))) AS examples
FROM (
  SELECT
    count() AS copies,
    any(abs(net_revenue)) * (copies - 1) AS repeated_amount,
    concat(any(customer), ' ', toString(any(day)), ' ', any(order_number)) AS example
  FROM sales_line
  WHERE import_id IN {imports:Array(UInt32)} AND day < toDate32({before:String})
  GROUP BY cityHash64(customer_key, day, kind, order_number, product, product_name, category, isNull(quantity),
                      ifNull(quantity, 0), net_revenue, isNull(gross_profit), ifNull(gross_profit, 0), currency,
                      salesperson, region, department, channel, status)
  HAVING copies > 1
)
`,
})

/**
 * One row: sale lines whose amount is far out of line: a logarithm more than ten median absolute deviations (scaled to a
 * standard deviation) above the median, and at least a thousand times the median amount, as a wrong unit makes it.
 */
export const outlyingAmounts = defineQuery({
  name: 'outlying-amounts',
  parameters: KnownLines,
  row: z.object({ rows: z.int(), amount: z.number(), examples: z.array(z.string()) }),
  sql: `
WITH
  (SELECT quantileExact(log(toFloat64(net_revenue))) FROM sales_line
   WHERE import_id IN {imports:Array(UInt32)} AND day < toDate32({before:String}) AND net_revenue > 0) AS middle,
  (SELECT 1.4826 * quantileExact(abs(log(toFloat64(net_revenue)) - middle)) FROM sales_line
   WHERE import_id IN {imports:Array(UInt32)} AND day < toDate32({before:String}) AND net_revenue > 0) AS spread
SELECT
  count() AS rows,
  toFloat64(sum(net_revenue)) AS amount,
  arrayMap(e -> e.2, groupArraySorted(5)((-net_revenue, concat(customer, ' ', toString(day), ' ', toString(net_revenue)))))
    AS examples
FROM sales_line
WHERE import_id IN {imports:Array(UInt32)} AND day < toDate32({before:String}) AND net_revenue > 0
  AND log(toFloat64(net_revenue)) > middle + greatest(10 * spread, log(1000))
`,
})
