import { z } from 'zod'

/** What a run reads: the imports it sees, the membership it believes, and the day it stands on. */
export const RunScope = z.object({
  runId: z.string(),
  imports: z.array(z.int()),
  membershipSequence: z.int(),
  asOf: z.iso.date(),
})

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
      if(m.account_key = 0, l.customer_key, m.account_key) AS account_key,
      l.customer_key = account_key AS is_own_key,
      l.customer AS customer, l.customer_name AS customer_name, l.parent AS parent,
      l.day AS day, l.kind = 'sale' AS is_sale, l.kind != 'cancelled' AS is_counted,
      if(is_counted, l.net_revenue, toDecimal64(0, 6)) AS net_revenue,
      if(is_counted, l.gross_profit, NULL) AS gross_profit,
      if(is_counted, l.quantity, NULL) AS quantity, l.product AS product, l.category AS category,
      if(l.order_number = '', toUInt64(toInt32(l.day)), cityHash64(l.order_number)) AS order_key,
      23 - toInt32(toYear(toDate32({asOf:String}) - 1) * 12 + toMonth(toDate32({asOf:String}) - 1)) + toInt32(toYear(l.day) * 12 + toMonth(l.day)) AS month_slot
    FROM sales_line AS l
    LEFT JOIN current_membership AS m ON m.customer_key = l.customer_key
    WHERE l.import_id IN {imports:Array(UInt32)} AND l.day < toDate32({asOf:String})
  )`
