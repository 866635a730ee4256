import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { type FixedColumns, readFixedRows } from '../columns/fixed-rows.ts'

/**
 * What came of the accounts of a run after its day, and their rank by RFM as of it; in the order of `selectionColumns`. An
 * account that bought no more has an outcome of 0; accounts that came later are not among them.
 */
const outcomes = defineQuery({
  name: 'backtest-outcomes',
  parameters: z.object({
    runId: z.string(),
    imports: z.array(z.int()),
    membershipSequence: z.int(),
    asOf: z.iso.date(),
    until: z.iso.date(),
  }),
  row: z.unknown(),
  sql: `
WITH
  outcome AS (
    SELECT
      if(k.account_key = 0, l.customer_key, k.account_key) AS account_key,
      toFloat64(sum(l.net_revenue)) AS revenue,
      toFloat64(sum(ifNull(l.gross_profit, 0))) AS profit
    FROM sales_line AS l
    LEFT JOIN (
      SELECT customer_key, argMax(membership.account_key, sequence) AS account_key
      FROM membership
      WHERE sequence <= {membershipSequence:UInt64}
      GROUP BY customer_key
    ) AS k ON k.customer_key = l.customer_key
    WHERE l.import_id IN {imports:Array(UInt32)} AND l.kind != 'cancelled'
      AND l.day >= toDate32({asOf:String}) AND l.day < toDate32({until:String})
    GROUP BY account_key
  )
SELECT
  m.account_key,
  o.revenue,
  o.profit,
  toFloat64(r.recency + r.frequency + r.monetary)
FROM account_metrics AS m
LEFT JOIN outcome AS o ON o.account_key = m.account_key
LEFT JOIN (SELECT * FROM account_rfm WHERE run_id = {runId:String}) AS r ON r.account_key = m.account_key
WHERE m.run_id = {runId:String}
ORDER BY m.net_revenue DESC, m.account
`,
})

export interface OutcomeScope {
  readonly runId: string
  readonly imports: number[]
  readonly membershipSequence: number
  readonly asOf: string
  readonly until: string
}

export function outcomeColumns(
  warehouse: Warehouse,
  { scope, accounts }: { readonly scope: OutcomeScope; readonly accounts: number },
): Promise<FixedColumns> {
  const layout = [
    ['key', 'u64'] as const,
    ...(['revenue', 'profit', 'rfm'] as const).map((name) => [name, 'f64'] as const),
  ]
  return warehouse
    .bytes(outcomes, { parameters: scope, format: 'RowBinary' })
    .then((stream) => readFixedRows(stream, { layout, atMost: accounts }))
}
