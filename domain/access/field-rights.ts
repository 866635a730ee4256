import { type GuardedField, type Role, roles } from '@vitalfew/contract/api/roles.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { recordAudit } from '../audit/index.ts'
import { authorise } from './authorise.ts'
import type { Viewer } from './viewer.ts'

type Hidden = Record<Role, GuardedField[]>

/** Which fields are kept from which role. */
export async function fieldRights(viewer: Viewer, database: StoreClient['database']): Promise<{ hidden: Hidden }> {
  authorise(viewer, ['administrator', 'analyst'])
  return { hidden: await hiddenFields(database) }
}

/** Changes which fields are kept from the roles. What is kept from an administrator, they can give themselves back. */
export async function updateFieldRights(
  viewer: Viewer,
  database: StoreClient['database'],
  { hidden }: { readonly hidden: Readonly<Record<Role, readonly GuardedField[]>> },
): Promise<{ hidden: Hidden }> {
  authorise(viewer, ['administrator'])
  return database.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('field_right').execute()
    const rows = roles.flatMap((role) => [...new Set(hidden[role])].map((field) => ({ role, field })))
    if (rows.length > 0) await transaction.insertInto('field_right').values(rows).execute()
    await recordAudit(transaction, { viewer, action: 'fieldRights.updated', subject: 'workspace', details: { hidden } })
    return { hidden: await hiddenFields(transaction) }
  })
}

async function hiddenFields(database: StoreClient['database']): Promise<Hidden> {
  const rows = await database.selectFrom('field_right').selectAll().orderBy('field').execute()
  const of = (role: Role): GuardedField[] => rows.filter((row) => row.role === role).map(({ field }) => field)
  return {
    administrator: of('administrator'),
    analyst: of('analyst'),
    manager: of('manager'),
    accountManager: of('accountManager'),
    viewer: of('viewer'),
  }
}
