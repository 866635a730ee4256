import { randomUUID } from 'node:crypto'
import type { KeyScope } from '@vitalfew/contract/api/route.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { recordAudit } from '../../audit/index.ts'
import { newToken, tokenHash } from '../secret-token.ts'
import type { Viewer } from '../viewer.ts'
import { shownKey } from './list-api-keys.ts'

const dayMilliseconds = 86_400_000
const startLength = 10

/** By this a key is known for what it is, also by programs that look for leaked ones. */
export const keyPrefix = 'vf_'

/** Makes an API key. It is given back this once; the store keeps its digest. */
export async function createApiKey(
  viewer: Viewer,
  database: StoreClient['database'],
  request: { readonly name: string; readonly scopes: readonly KeyScope[]; readonly expiresInDays: number | null },
) {
  const { name, scopes, expiresInDays } = request
  const key = newToken(keyPrefix)
  return database.transaction().execute(async (transaction) => {
    const row = await transaction
      .insertInto('api_key')
      .values({
        id: randomUUID(),
        person_id: viewer.userId,
        name,
        start: key.slice(0, startLength),
        hash: tokenHash(key),
        scopes: [...new Set(scopes)],
        expires_at: expiresInDays === null ? null : new Date(Date.now() + expiresInDays * dayMilliseconds),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await recordAudit(transaction, {
      viewer,
      action: 'apiKey.created',
      subject: `apiKey:${row.id}`,
      details: { name, scopes },
    })
    return { key, apiKey: shownKey(row) }
  })
}
