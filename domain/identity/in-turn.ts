import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { authorise, type Viewer } from '../access/index.ts'
import { type AuditRecord, recordAudit } from '../audit/index.ts'
import { type WorkspaceIdentity, workspaceIdentity } from './review/workspace-identity.ts'

/** What a verb on the server needs. */
export interface IdentitySources {
  readonly warehouse: Warehouse
  readonly database: StoreClient['database']
}

/** Only who sees every account may say who is one of them. */
export function authoriseSteward(viewer: Viewer): void {
  authorise(viewer, ['administrator', 'analyst'])
}

/** What was done, and how the audit log tells of it. */
export interface DoneInTurn<Result> {
  readonly result: Result
  readonly audit: Omit<AuditRecord, 'viewer'>
}

/**
 * Changes a log while nobody else does: entries are numbered one after another, whichever server they come from. What is
 * known is read anew when it is our turn.
 */
export function inTurn<Result>(
  viewer: Viewer,
  { warehouse, database }: IdentitySources,
  work: (known: WorkspaceIdentity) => Promise<DoneInTurn<Result>>,
): Promise<Result> {
  return database.transaction().execute(async (transaction) => {
    await holdTurn(transaction)
    const { result, audit } = await work(await workspaceIdentity(warehouse))
    await recordAudit(transaction, { viewer, ...audit })
    return result
  })
}

/** Waits until nobody else writes an entry; the turn lasts as long as the transaction. */
export async function holdTurn(transaction: IdentitySources['database']): Promise<void> {
  await transaction.selectFrom('audit_head').selectAll().forUpdate().executeTakeFirstOrThrow()
}
