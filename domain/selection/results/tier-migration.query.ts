import type { TierMigration } from '@vitalfew/contract/selection.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** One row for each way that accounts went between two runs; '' = not in that run. */
const migrationCells = defineQuery({
  name: 'tier-migration',
  parameters: z.object({ fromRun: z.string(), toRun: z.string() }),
  row: z.object({
    from: z.string(),
    to: z.string(),
    accounts: z.int(),
    netRevenueBefore: z.number(),
    netRevenueAfter: z.number(),
  }),
  sql: `
SELECT
  tier_before AS from,
  tier_after AS to,
  count() AS accounts,
  toFloat64(sum(revenue_before)) AS netRevenueBefore,
  toFloat64(sum(revenue_after)) AS netRevenueAfter
FROM (
  SELECT
    s.account_key AS account_key,
    maxIf(s.tier, s.run_id = {fromRun:String}) AS tier_before,
    maxIf(s.tier, s.run_id = {toRun:String}) AS tier_after,
    sumIf(m.net_revenue, s.run_id = {fromRun:String}) AS revenue_before,
    sumIf(m.net_revenue, s.run_id = {toRun:String}) AS revenue_after
  FROM account_score AS s
  INNER JOIN account_metrics AS m ON m.run_id = s.run_id AND m.account_key = s.account_key
  WHERE s.run_id IN ({fromRun:String}, {toRun:String}) AND m.run_id IN ({fromRun:String}, {toRun:String})
  GROUP BY account_key
)
GROUP BY from, to
ORDER BY from, to
`,
})

/** Where accounts went from one run to another, with their money at its old and its new value. */
export async function tierMigration(
  warehouse: Warehouse,
  { from, toRun }: { readonly from: { readonly runId: string; readonly asOf: string }; readonly toRun: string },
): Promise<TierMigration> {
  const rows = await warehouse.rows(migrationCells, { fromRun: from.runId, toRun })
  return {
    fromRun: from.runId,
    fromAsOf: from.asOf,
    cells: rows.map((row) => ({ ...row, from: row.from || null, to: row.to || null })),
  }
}
