import type { PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { membershipSequenceAt } from '../../../identity/index.ts'
import { currentRecordImports } from '../../../imports/index.ts'
import { importedFunnel, type ImportedFunnelRequest } from './imported-funnel.ts'
import { newestRunId } from './event-stages.query.ts'

/** Whether the workspace has events that were imported. */
export async function hasImportedEvents(warehouse: Warehouse): Promise<boolean> {
  return (await currentRecordImports(warehouse, 'events')).length > 0
}

/**
 * The funnel of all events that a workspace has now.
 *
 * @throws ProductError as `importedFunnel`
 */
export async function workspaceEvents(
  warehouse: Warehouse,
  request: Omit<ImportedFunnelRequest, 'scope' | 'runId'>,
): Promise<PurchaseFunnel> {
  const imports = (await currentRecordImports(warehouse, 'events')).map(({ id }) => id)
  const [run] = await warehouse.rows(newestRunId, {})
  const scope = { imports, membershipSequence: await membershipSequenceAt(warehouse, 'account') }
  return importedFunnel(warehouse, { ...request, scope, runId: run?.runId ?? null })
}
