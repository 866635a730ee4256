import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { isKnown, KnownLines } from './known-lines.ts'

/**
 * One row: how far amounts and days usually go. An amount is out of line when its logarithm is more than ten median
 * absolute deviations (scaled to a standard deviation) above the median, and at least a thousand times the median amount,
 * as a wrong unit makes it; a day, when it is five years before the first hundredth of the lines.
 */
export const usualRange = defineQuery({
  name: 'usual-range',
  parameters: KnownLines,
  row: z.object({
    lines: z.int(),
    amount: z.number(),
    largest: z.number(),
    earliest: z.string(),
    firstDay: z.string(),
    lastDay: z.string(),
  }),
  sql: `
WITH
  (SELECT quantileExact(log(toFloat64(net_revenue))) FROM sales_line
   WHERE ${isKnown} AND net_revenue > 0) AS middle,
  (SELECT 1.4826 * quantileExact(abs(log(toFloat64(net_revenue)) - middle)) FROM sales_line
   WHERE ${isKnown} AND net_revenue > 0) AS spread
SELECT
  count() AS lines,
  toFloat64(sum(abs(net_revenue))) AS amount,
  ifNotFinite(middle + greatest(10 * spread, log(1000)), 1000) AS largest,
  toString(addYears(toDate32(toInt32(quantileExact(0.01)(toInt32(day)))), -5)) AS earliest,
  toString(min(day)) AS firstDay,
  toString(max(day)) AS lastDay
FROM sales_line
WHERE ${isKnown}
`,
})

/** One row per import and calendar month: how much there is, and how large a sale usually is (decimal logarithm). */
export const monthProfile = defineQuery({
  name: 'month-profile',
  parameters: KnownLines,
  row: z.object({
    importId: z.int(),
    month: z.int(),
    lines: z.int(),
    amount: z.number(),
    sales: z.int(),
    middle: z.number().nullable(),
  }),
  sql: `
SELECT
  import_id AS importId,
  toYYYYMM(day) AS month,
  count() AS lines,
  toFloat64(sum(abs(net_revenue))) AS amount,
  countIf(net_revenue > 0) AS sales,
  if(sales = 0, NULL, quantileExactIf(log10(toFloat64(net_revenue)), net_revenue > 0)) AS middle
FROM sales_line
WHERE ${isKnown}
GROUP BY importId, month
ORDER BY month, importId
`,
})

export type MonthOfImport = z.output<(typeof monthProfile)['row']>

/** One row per currency, that of most lines first; '' is left out. */
export const currencyProfile = defineQuery({
  name: 'currency-profile',
  parameters: KnownLines,
  row: z.object({ currency: z.string(), lines: z.int() }),
  sql: `
SELECT currency, count() AS lines FROM sales_line WHERE ${isKnown} AND currency != ''
GROUP BY currency ORDER BY lines DESC, currency
`,
})

export const labelColumns = ['region', 'department', 'channel', 'category', 'salesperson', 'industry'] as const
export type LabelColumn = (typeof labelColumns)[number]

/** One row per text of a column that sales are sorted by: how often it comes, and in which months. */
export function labelProfile(column: LabelColumn) {
  return defineQuery({
    name: `label-profile-${column}`,
    parameters: KnownLines,
    row: z.object({ value: z.string(), lines: z.int(), amount: z.number(), months: z.array(z.int()) }),
    sql: `
SELECT sales_line.${column} AS value, count() AS lines, toFloat64(sum(abs(net_revenue))) AS amount,
  arraySort(groupUniqArray(toYYYYMM(day))) AS months
FROM sales_line
WHERE ${isKnown} AND sales_line.${column} != ''
GROUP BY value ORDER BY lines DESC, value LIMIT 5000
`,
  })
}

export interface LabelValue {
  readonly value: string
  readonly lines: number
  readonly amount: number
  readonly months: readonly number[]
}

/** One row: accounts at or below zero, and what they come to. */
export const accountsNotPositive = defineQuery({
  name: 'accounts-not-positive',
  parameters: KnownLines.extend({ membershipSequence: z.int() }),
  row: z.object({ accounts: z.int(), amount: z.number() }),
  sql: `
WITH current_membership AS (
  SELECT customer_key, argMax(membership.account_key, sequence) AS account_key FROM membership
  WHERE sequence <= {membershipSequence:UInt64} GROUP BY customer_key
)
SELECT count() AS accounts, toFloat64(sum(revenue)) AS amount
FROM (
  SELECT if(m.account_key = 0, l.customer_key, m.account_key) AS account, sum(l.net_revenue) AS revenue
  FROM sales_line AS l LEFT JOIN current_membership AS m ON m.customer_key = l.customer_key
  WHERE l.import_id IN {imports:Array(UInt32)} AND l.day < toDate32({before:String}) AND l.kind != 'cancelled'
  GROUP BY account HAVING revenue <= 0
)
`,
})
