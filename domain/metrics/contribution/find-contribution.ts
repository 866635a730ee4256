import type { Contribution } from '@vitalfew/contract/run.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { z } from 'zod'
import { contributionTotals, costMonths, writeAccountContribution } from './contribution.query.ts'

/**
 * Writes what the accounts of a run brought after what they cost, and says of which months that is; null, and nothing is
 * written, where no costs are known.
 */
export async function findContribution(
  warehouse: Warehouse,
  request: Omit<z.input<typeof writeAccountContribution.parameters>, 'months'>,
): Promise<Contribution | null> {
  const { runId, costImports, asOf, currency, capitalRate } = request
  if (costImports.length === 0) return null
  const [known] = await warehouse.rows(costMonths, { costImports, asOf, currency })
  if (known === undefined || known.postings === 0) return null
  const { months } = known
  await warehouse.run(writeAccountContribution, { ...request, months })
  const [totals] = await warehouse.rows(contributionTotals, { runId })
  return {
    accounts: totals?.accounts ?? 0,
    amount: totals?.amount ?? 0,
    months: months.length,
    firstMonth: months[0] ?? null,
    lastMonth: months.at(-1) ?? null,
    capitalRate,
  }
}
