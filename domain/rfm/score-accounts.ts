import { type Run, rfmSegments } from '@vitalfew/contract/run.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { accountsPerSegment, writeAccountScores } from './scored-accounts.query.ts'

/** Scores the accounts of a run by recency, frequency and money, and counts its segments. */
export async function scoreAccounts(warehouse: Warehouse, request: { readonly runId: string }): Promise<Run['rfm']> {
  await warehouse.run(writeAccountScores, request)
  const cells = await warehouse.rows(accountsPerSegment, request)
  return {
    segments: rfmSegments.map((name) => {
      const own = cells.filter((cell) => cell.segment === name)
      return {
        name,
        accounts: own.reduce((total, cell) => total + cell.accounts, 0),
        netRevenue: own.reduce((total, cell) => total + cell.netRevenue, 0),
      }
    }),
    grid: cells.map(({ recency, frequencyMonetary, accounts, netRevenue }) => ({
      recency,
      frequencyMonetary,
      accounts,
      netRevenue,
    })),
  }
}
