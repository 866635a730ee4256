import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { recordAudit } from '../../audit/index.ts'
import { hashPassword, passwordMatches } from '../password.ts'
import type { Viewer } from '../viewer.ts'
import { setPassword } from './set-password.ts'

/**
 * Changes one's own password; everybody who is signed in as this person is signed out.
 *
 * @throws ProductError `access.passwordWrong`
 */
export async function changePassword(
  viewer: Viewer,
  database: StoreClient['database'],
  { current, next }: { readonly current: string; readonly next: string },
): Promise<void> {
  const known = await database
    .selectFrom('person_credential')
    .select('password')
    .where('person_id', '=', viewer.userId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  if (!(await passwordMatches(current, known?.password ?? ''))) throw new ProductError('access.passwordWrong')
  const password = await hashPassword(next)
  await database.transaction().execute(async (transaction) => {
    await setPassword(transaction, { id: viewer.userId, password })
    await recordAudit(transaction, { viewer, action: 'user.passwordChanged', subject: `user:${viewer.userId}` })
  })
}
