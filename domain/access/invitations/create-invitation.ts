import { randomUUID } from 'node:crypto'
import type { Role } from '@vitalfew/contract/api/roles.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { recordAudit } from '../../audit/index.ts'
import { authorise } from '../authorise.ts'
import { newToken, tokenHash } from '../secret-token.ts'
import type { Viewer } from '../viewer.ts'
import { invitationLink } from './invitation-link.ts'
import { shown } from './list-invitations.ts'

const dayMilliseconds = 86_400_000

export interface NewInvitation {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly departmentIds: readonly string[]
  readonly expiresInDays: number
}

/**
 * Invites somebody. The link is given back once, for whoever invites to pass on; the store keeps its digest.
 *
 * @throws ProductError `access.emailTaken`, `access.notFound` for a department that is not there
 */
export async function createInvitation(viewer: Viewer, database: StoreClient['database'], request: NewInvitation) {
  authorise(viewer, ['administrator'])
  const { email, name, role, departmentIds, expiresInDays } = request
  const token = newToken()
  const expiresAt = new Date(Date.now() + expiresInDays * dayMilliseconds)
  return database.transaction().execute(async (transaction) => {
    await requireNew(transaction, email)
    await requireDepartments(transaction, departmentIds)
    const row = await transaction
      .insertInto('invitation')
      .values({
        id: randomUUID(),
        kind: 'invitation',
        token_hash: tokenHash(token),
        person_id: null,
        email,
        name,
        role,
        department_ids: [...departmentIds],
        invited_by: viewer.userId,
        expires_at: expiresAt,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await recordAudit(transaction, {
      viewer,
      action: 'invitation.created',
      subject: `invitation:${row.id}`,
      details: { role, departmentIds },
    })
    return { invitation: shown(row), link: invitationLink(token, expiresAt) }
  })
}

async function requireNew(database: StoreClient['database'], email: string): Promise<void> {
  const known = await database.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst()
  if (known !== undefined) throw new ProductError('access.emailTaken', { email })
}

async function requireDepartments(database: StoreClient['database'], ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const found = await database.selectFrom('department').select('id').where('id', 'in', wanted).execute()
  if (found.length !== wanted.length) throw new ProductError('access.notFound')
}
