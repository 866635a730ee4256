import { ProductError } from '@vitalfew/contract/errors.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { recordAudit } from '../../audit/index.ts'
import { hashPassword } from '../password.ts'
import { addPerson } from '../people/add-person.ts'
import { setPassword } from '../people/set-password.ts'
import { openInvitation } from './open-invitation.ts'

export interface Acceptance {
  readonly token: string
  readonly password: string
  readonly name?: string | undefined
  readonly locale: Locale
}

/**
 * Uses a link: somebody new can sign in, or somebody known has a new password. Gives back whose address it was.
 *
 * @throws ProductError `access.linkInvalid`, `access.emailTaken`
 */
export async function acceptInvitation(
  database: StoreClient['database'],
  acceptance: Acceptance,
): Promise<{ readonly email: string }> {
  await openInvitation(database, acceptance.token)
  const password = await hashPassword(acceptance.password)
  return database.transaction().execute(async (transaction) => {
    const row = await openInvitation(transaction, acceptance.token)
    await transaction.updateTable('invitation').set({ used_at: new Date() }).where('id', '=', row.id).execute()
    if (row.kind === 'password') {
      if (row.person_id === null) throw new ProductError('access.linkInvalid')
      await setPassword(transaction, { id: row.person_id, password })
      await recordAudit(transaction, {
        viewer: { userId: row.person_id, name: row.name },
        action: 'user.passwordChanged',
        subject: `user:${row.person_id}`,
      })
      return { email: row.email }
    }
    const { email, role } = row
    const name = acceptance.name ?? row.name
    const id = await addPerson(transaction, { name, email, role, locale: acceptance.locale, password })
    await joinDepartments(transaction, { id, departmentIds: row.department_ids })
    await recordAudit(transaction, {
      viewer: { userId: id, name },
      action: 'invitation.accepted',
      subject: `invitation:${row.id}`,
      details: { userId: id, role },
    })
    return { email }
  })
}

/** Departments that are gone by now are passed over. */
async function joinDepartments(
  transaction: StoreClient['database'],
  { id, departmentIds }: { readonly id: string; readonly departmentIds: readonly string[] },
): Promise<void> {
  if (departmentIds.length === 0) return
  await transaction
    .insertInto('department_member')
    .columns(['department_id', 'person_id'])
    .expression((build) =>
      build
        .selectFrom('department')
        .select((select) => ['department.id', select.val(id).as('person_id')])
        .where('department.id', 'in', departmentIds),
    )
    .execute()
}
