import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Viewer } from '../viewer.ts'

/** Where one is signed in, latest first. */
export async function listOwnSessions(viewer: Viewer, database: StoreClient['database'], current: string | undefined) {
  const rows = await database
    .selectFrom('person_session')
    .select(['id', 'created_at', 'updated_at', 'user_agent', 'ip_address'])
    .where('person_id', '=', viewer.userId)
    .where('expires_at', '>', new Date())
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    current: row.id === current,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.updated_at.toISOString(),
    userAgent: row.user_agent,
    address: row.ip_address,
  }))
}

/** @throws ProductError `access.notFound`, for the sessions of others too */
export async function endOwnSession(
  viewer: Viewer,
  database: StoreClient['database'],
  { id }: { readonly id: string },
): Promise<void> {
  const { numDeletedRows } = await database
    .deleteFrom('person_session')
    .where('id', '=', id)
    .where('person_id', '=', viewer.userId)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new ProductError('access.notFound')
}
