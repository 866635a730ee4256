import type { PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { membershipSequenceAt } from '../../../identity/index.ts'
import { currentRecordImports } from '../../../imports/index.ts'
import type { EventScope } from './event-scope.ts'
import { newestRunId } from './event-stages.query.ts'
import { importedFunnel, type ImportedFunnelRequest } from './imported-funnel.ts'

/** Whether the workspace has events that were imported. */
export async function hasImportedEvents(warehouse: Warehouse): Promise<boolean> {
  return (await currentRecordImports(warehouse, 'events')).length > 0
}

/** All events that a workspace has now, whose accounts they are, and the run that knows more of these. */
export async function eventsNow(
  warehouse: Warehouse,
): Promise<{ readonly scope: EventScope; readonly runId: string | null }> {
  const imports = (await currentRecordImports(warehouse, 'events')).map(({ id }) => id)
  const [run] = await warehouse.rows(newestRunId, {})
  const scope = { imports, membershipSequence: await membershipSequenceAt(warehouse, 'account') }
  return { scope, runId: run?.runId ?? null }
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
  return importedFunnel(warehouse, { ...request, ...(await eventsNow(warehouse)) })
}
