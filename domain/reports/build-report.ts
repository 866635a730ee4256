import type { Report } from '@vitalfew/contract/report.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { lastMonths } from '../accounts/index.ts'
import type { CompletedRun } from '../analysis-runs/index.ts'
import { slippingAccounts } from '../lifecycle/index.ts'
import { accountRows } from './account-rows.query.ts'

/** Accounts a page still handles with ease; accounts.csv and accounts.xlsx hold them all. */
const accountsOnPage = 3_000
const slippingOnPage = 200

/** Everything the report page shows of a run. */
export async function buildReport(
  warehouse: Warehouse,
  { completed, generatedAt }: { readonly completed: CompletedRun; readonly generatedAt: string },
): Promise<Report> {
  const { run, runId } = completed
  const accounts = await warehouse.rows(accountRows, { runId, limit: accountsOnPage })
  const slipping = await warehouse.rows(slippingAccounts, { runId, limit: slippingOnPage })
  const months = lastMonths(run.run.asOf)
  const bySlot = new Map(completed.months.map((month) => [month.slot, month]))
  const points = completed.concentrationCurve
  return {
    run,
    generatedAt,
    accounts,
    months,
    monthlyRevenue: months.map((_, slot) => bySlot.get(slot)?.netRevenue ?? 0),
    monthlyGrossProfit:
      run.totals.grossProfit === null ? null : months.map((_, slot) => bySlot.get(slot)?.grossProfit ?? 0),
    concentrationCurve: points.map((measure, index) => ({ accounts: index / (points.length - 1), measure })),
    slipping,
    aliveHistories: completed.aliveHistories,
  }
}
