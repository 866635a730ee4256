import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { tokenHash } from '../secret-token.ts'

/**
 * The invitation of a token that can still be used.
 *
 * @throws ProductError `access.linkInvalid`, whatever the reason
 */
export async function openInvitation(database: StoreClient['database'], token: string) {
  const row = await database
    .selectFrom('invitation')
    .selectAll()
    .where('token_hash', '=', tokenHash(token))
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', new Date())
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new ProductError('access.linkInvalid')
  return row
}

/** What a link is for, for whoever has it. */
export async function lookAtInvitation(database: StoreClient['database'], token: string) {
  const { kind, email, name } = await openInvitation(database, token)
  return { kind, email, name }
}
