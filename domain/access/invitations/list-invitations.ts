import type { Invitation } from '@vitalfew/contract/api/access.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Selectable } from 'kysely'
import type { StoreTables } from '@vitalfew/store/tables.ts'
import type { z } from 'zod'
import { authorise } from '../authorise.ts'
import type { Viewer } from '../viewer.ts'

type InvitationRow = z.infer<typeof Invitation>

/** Invitations, newest first. */
export async function listInvitations(viewer: Viewer, database: StoreClient['database']): Promise<InvitationRow[]> {
  authorise(viewer, ['administrator'])
  const rows = await database
    .selectFrom('invitation')
    .selectAll()
    .where('kind', '=', 'invitation')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(1000)
    .execute()
  return rows.map(shown)
}

/** An invitation as pages show it: without what could be used. */
export function shown(row: Selectable<StoreTables['invitation']>): InvitationRow {
  const { id, email, name, role, department_ids: departmentIds, invited_by: invitedBy } = row
  return {
    id,
    email,
    name,
    role,
    departmentIds: [...departmentIds],
    invitedBy,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    state: stateOf(row),
  }
}

function stateOf(row: Selectable<StoreTables['invitation']>): InvitationRow['state'] {
  if (row.used_at !== null) return 'accepted'
  if (row.revoked_at !== null) return 'revoked'
  return row.expires_at <= new Date() ? 'expired' : 'open'
}
