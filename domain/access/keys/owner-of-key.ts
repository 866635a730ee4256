import type { KeyScope } from '@vitalfew/contract/api/route.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { tokenHash } from '../secret-token.ts'
import { keyPrefix } from './create-api-key.ts'

const noteEveryMilliseconds = 60_000

/** Whose key this is and what it may be used for; undefined for one that is not valid (any more). */
export async function ownerOfKey(
  database: StoreClient['database'],
  key: string,
): Promise<{ readonly userId: string; readonly scopes: readonly KeyScope[] } | undefined> {
  if (!key.startsWith(keyPrefix)) return undefined
  const row = await database
    .selectFrom('api_key')
    .select(['id', 'person_id', 'scopes', 'expires_at', 'last_used_at'])
    .where('hash', '=', tokenHash(key))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  const now = new Date()
  if (row === undefined || (row.expires_at !== null && row.expires_at <= now)) return undefined
  if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() > noteEveryMilliseconds) {
    await database.updateTable('api_key').set({ last_used_at: now }).where('id', '=', row.id).execute()
  }
  return { userId: row.person_id, scopes: row.scopes }
}
