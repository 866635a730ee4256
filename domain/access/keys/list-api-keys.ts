import type { ApiKey } from '@vitalfew/contract/api/me.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { StoreTables } from '@vitalfew/store/tables.ts'
import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { Viewer } from '../viewer.ts'

type ShownKey = z.infer<typeof ApiKey>

/** One's own API keys that have not been revoked. */
export async function listApiKeys(viewer: Viewer, database: StoreClient['database']): Promise<ShownKey[]> {
  const rows = await database
    .selectFrom('api_key')
    .selectAll()
    .where('person_id', '=', viewer.userId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(shownKey)
}

export function shownKey(row: Selectable<StoreTables['api_key']>): ShownKey {
  const { id, name, start, scopes } = row
  return {
    id,
    name,
    start,
    scopes: [...scopes],
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }
}
