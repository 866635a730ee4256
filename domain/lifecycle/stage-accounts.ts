import { lifecycleStages, type Run } from '@vitalfew/contract/run.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { z } from 'zod'
import type { RunScope } from '../metrics/index.ts'
import { accountsPerStage, portfolioCycle, writeAccountStages } from './staged-accounts.query.ts'

/** Gives every account of a run its lifecycle stage and counts the stages. */
export async function stageAccounts(warehouse: Warehouse, scope: z.input<typeof RunScope>): Promise<Run['lifecycle']> {
  const { runId } = scope
  const [cycle] = await warehouse.rows(portfolioCycle, { runId })
  const portfolioCycleDays = cycle?.days ?? 90
  await warehouse.run(writeAccountStages, { ...scope, portfolioCycleDays })
  const rows = await warehouse.rows(accountsPerStage, { runId })
  return {
    portfolioCycleDays,
    stages: lifecycleStages.map(
      (name) => rows.find((row) => row.name === name) ?? { name, accounts: 0, netRevenue: 0 },
    ),
  }
}
