import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { currentRows } from '../kinds/current-records.query.ts'
import { recordKindDefinitions } from '../kinds/record-kinds.ts'

const currentMembership = `current_membership AS (
    SELECT customer_key, argMax(membership.account_key, sequence) AS account_key
    FROM membership
    WHERE sequence <= {membershipSequence:UInt64}
    GROUP BY customer_key
  )`

/**
 * The postings of costs with the accounts they are of, a common table expression named `posting` that stands after
 * `current_membership`. It takes the parameters `asOf`, `currency`, and the imports of costs that count by the name given.
 */
export function accountPosting(imports: string): string {
  return `posting AS (
    SELECT
      if(m.account_key = 0, c.customer_key, m.account_key) AS account_key,
      c.period AS period,
      coalesce(c.amount, ifNull(c.logistics, 0) + ifNull(c.service, 0) + ifNull(c.marketing, 0) + ifNull(c.sales, 0)
        + ifNull(c.other, 0)) AS cost,
      ifNull(c.receivables, 0) AS receivables,
      ifNull(c.overdue_receivables, 0) AS overdue
    FROM ${currentRows(recordKindDefinitions.costs, imports)} AS c
    LEFT JOIN current_membership AS m ON m.customer_key = c.customer_key
    WHERE c.customer_key != 0 AND c.currency IN ('', {currency:String})
      AND (c.period IS NULL OR c.period < toDate32({asOf:String}))
  )`
}

/**
 * One row per account that costs are known of: what it cost to serve it, and what it cost to wait for its money, before a
 * day.
 *
 * contribution = gross profit − cost to serve − cost of receivables
 *
 * The cost of a posting is its amount, or where there is none the sum of its parts. Receivables are balances at the end of
 * a month: each ties up money for a month, which costs a twelfth of the yearly rate.
 */
export const costsByAccount = defineQuery({
  name: 'costs-by-account',
  parameters: z.object({
    /** Imports of costs that count. */
    imports: z.array(z.int()),
    membershipSequence: z.int(),
    asOf: z.iso.date(),
    /** What money costs in a year, as a share: 0.06. */
    capitalRate: z.number().min(0),
    /** What the accounts are counted in: postings that say they are in another currency are left out. */
    currency: z.string(),
  }),
  row: z.object({
    accountKey: z.string(),
    costToServe: z.number(),
    costOfReceivables: z.number(),
    /** The balance of the last month, and what of it is overdue. */
    receivables: z.number(),
    overdueReceivables: z.number(),
    /** Days of its first and last posting; null where none says when. */
    firstDay: z.iso.date().nullable(),
    lastDay: z.iso.date().nullable(),
  }),
  sql: `
WITH
  ${currentMembership},
  ${accountPosting('imports')},
  by_period AS (
    SELECT account_key, ifNull(toStartOfMonth(period), toDate('1970-01-01')) AS month, sum(cost) AS spent, min(period) AS first_day, max(period) AS last_day,
      sum(posting.receivables) AS owed, sum(overdue) AS late
    FROM posting
    GROUP BY account_key, month
  )
SELECT
  toString(account_key) AS accountKey,
  toFloat64(sum(spent)) AS costToServe,
  toFloat64(sum(owed)) * {capitalRate:Float64} / 12 AS costOfReceivables,
  toFloat64(argMax(owed, month)) AS receivables,
  toFloat64(argMax(late, month)) AS overdueReceivables,
  toString(min(first_day)) AS firstDay,
  toString(max(last_day)) AS lastDay
FROM by_period
GROUP BY account_key
ORDER BY account_key
`,
})
