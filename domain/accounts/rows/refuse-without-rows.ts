import { ProductError } from '@vitalfew/contract/errors.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { PublishedRun } from '../runs/published-runs.ts'
import { hasAccountRows } from './fill-account-rows.ts'

/**
 * Tells nothing found from nothing there: a run of an early version has figures but no row for each account. Asked only
 * where a question found nothing.
 *
 * @throws ProductError `run.outdated`
 */
export async function refuseWithoutRows(
  warehouse: Warehouse,
  { run_id: runId, accounts, product }: Pick<PublishedRun, 'run_id' | 'accounts' | 'product'>,
): Promise<void> {
  if (accounts === 0 || (await hasAccountRows(warehouse, runId))) return
  throw new ProductError('run.outdated', { run: runId, product })
}
