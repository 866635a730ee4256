import { z } from 'zod'

/** What a run reads: the imports it sees, the membership it believes, and the day it stands on. */
export const RunScope = z.object({
  runId: z.string(),
  imports: z.array(z.int()),
  membershipSequence: z.int(),
  asOf: z.iso.date(),
})

/** What a column of `line` is, told of a row of `sales_line AS l` and of what membership says of its customer, `m`. */
const columns = {
  customer_key: 'l.customer_key',
  account_key: 'if(m.account_key = 0, l.customer_key, m.account_key)',
  is_own_key: '(l.customer_key = if(m.account_key = 0, l.customer_key, m.account_key))',
  customer: 'l.customer',
  customer_name: 'l.customer_name',
  parent: 'l.parent',
  day: 'l.day',
  is_sale: "(l.kind = 'sale')",
  is_counted: "(l.kind != 'cancelled')",
  net_revenue: "if(l.kind != 'cancelled', l.net_revenue, toDecimal64(0, 6))",
  gross_profit: "if(l.kind != 'cancelled', l.gross_profit, NULL)",
  quantity: "if(l.kind != 'cancelled', l.quantity, NULL)",
  product: 'l.product',
  category: 'l.category',
  order_key: "if(l.order_number = '', toUInt64(toInt32(l.day)), cityHash64(l.order_number))",
  month_slot: `(23 - toInt32(toYear(toDate32({asOf:String}) - 1) * 12 + toMonth(toDate32({asOf:String}) - 1))
        + toInt32(toYear(l.day) * 12 + toMonth(l.day)))`,
} as const

/** What stands after FROM in a query that reads the facts themselves; see `overLines`. */
export const lineSource = `sales_line AS l
    LEFT JOIN current_membership AS m ON m.customer_key = l.customer_key`

/** Which facts a run looks at. */
export const isAnalysed = 'l.import_id IN {imports:Array(UInt32)} AND l.day < toDate32({asOf:String})'

/**
 * The lines a run looks at, each with the account it belongs to by the membership log: two common table expressions,
 * `current_membership` and `line`, for every query that reads facts with the parameters of RunScope. A cancelled line
 * makes its account known but carries no figure.
 */
export const analysedLine = `current_membership AS (
    SELECT customer_key, argMax(membership.account_key, sequence) AS account_key
    FROM membership
    WHERE sequence <= {membershipSequence:UInt64}
    GROUP BY customer_key
  ),
  line AS (
    SELECT
      ${Object.entries(columns)
        .map(([name, expression]) => `${expression} AS ${name}`)
        .join(',\n      ')}
    FROM ${lineSource}
    WHERE ${isAnalysed}
  )`

/**
 * Puts what a column is in the place of every `line.column`, for a query that selects `FROM ${lineSource}` and
 * `WHERE ${isAnalysed}` rather than `FROM line`. To a cluster a common table expression is a wall: all lines would be sent
 * to one node and summed up there; told of the facts themselves, each shard sums up its own.
 */
export function overLines(sql: string): string {
  return sql.replaceAll(/\bline\.(\w+)/g, (_, column: string) => expressionOf(column))
}

function expressionOf(column: string): string {
  const found = Object.entries(columns).find(([name]) => name === column)
  if (found === undefined) throw new RangeError(`line has no column ${column}`)
  return found[1]
}
