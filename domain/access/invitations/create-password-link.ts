import { randomUUID } from 'node:crypto'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { recordAudit } from '../../audit/index.ts'
import { authorise } from '../authorise.ts'
import { userOf } from '../people/list-users.ts'
import { newToken, tokenHash } from '../secret-token.ts'
import type { Viewer } from '../viewer.ts'
import { invitationLink } from './invitation-link.ts'

const dayMilliseconds = 86_400_000

/**
 * A link by which somebody sets a new password, once, within a day.
 *
 * @throws ProductError `access.notFound`
 */
export async function createPasswordLink(
  viewer: Viewer,
  database: StoreClient['database'],
  { id }: { readonly id: string },
) {
  authorise(viewer, ['administrator'])
  const token = newToken()
  const expiresAt = new Date(Date.now() + dayMilliseconds)
  await database.transaction().execute(async (transaction) => {
    const { email, name, role } = await userOf(transaction, id)
    await transaction
      .insertInto('invitation')
      .values({
        id: randomUUID(),
        kind: 'password',
        token_hash: tokenHash(token),
        person_id: id,
        email,
        name,
        role,
        department_ids: [],
        invited_by: viewer.userId,
        expires_at: expiresAt,
      })
      .execute()
    await recordAudit(transaction, { viewer, action: 'user.passwordLinkMade', subject: `user:${id}` })
  })
  return invitationLink(token, expiresAt)
}
