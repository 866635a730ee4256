import type { User } from '@vitalfew/contract/api/access.ts'
import type { Role } from '@vitalfew/contract/api/roles.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { recordAudit } from '../../audit/index.ts'
import { authorise } from '../authorise.ts'
import type { Viewer } from '../viewer.ts'
import { userOf } from './list-users.ts'
import { setDepartments } from './set-departments.ts'

export interface UserChange {
  readonly id: string
  readonly name?: string | undefined
  readonly role?: Role | undefined
  readonly departmentIds?: readonly string[] | undefined
  readonly isActive?: boolean | undefined
}

/**
 * Changes who somebody is. Whoever gets another role, or is shut out, is signed out everywhere.
 *
 * @throws ProductError `access.notFound`, `access.lastAdministrator`
 */
export async function updateUser(viewer: Viewer, database: StoreClient['database'], change: UserChange): Promise<User> {
  authorise(viewer, ['administrator'])
  return database.transaction().execute(async (transaction) => {
    const administrators = await lockedAdministrators(transaction)
    const before = await userOf(transaction, change.id)
    const { name = before.name, role = before.role, isActive = before.isActive } = change
    const remain = administrators.filter((id) => id !== change.id)
    if (administrators.includes(change.id) && remain.length === 0 && !(role === 'administrator' && isActive)) {
      throw new ProductError('access.lastAdministrator')
    }
    await transaction
      .updateTable('person')
      .set({ name, role, is_active: isActive, updated_at: new Date() })
      .where('id', '=', change.id)
      .execute()
    if (change.departmentIds !== undefined) await setDepartments(transaction, change.id, change.departmentIds)
    if (role !== before.role || (before.isActive && !isActive)) await signOut(transaction, change.id)
    const { email: _email, ...known } = before
    await recordAudit(transaction, {
      viewer,
      action: 'user.updated',
      subject: `user:${change.id}`,
      details: { before: known, change },
    })
    return userOf(transaction, change.id)
  })
}

/** All at once, so that two administrators cannot shut each other out. */
async function lockedAdministrators(transaction: StoreClient['database']): Promise<string[]> {
  const rows = await transaction
    .selectFrom('person')
    .select('id')
    .where('role', '=', 'administrator')
    .where('is_active', '=', true)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

async function signOut(transaction: StoreClient['database'], id: string): Promise<void> {
  await transaction.deleteFrom('person_session').where('person_id', '=', id).execute()
}
