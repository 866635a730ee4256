import type { StoreClient } from '@vitalfew/store/client.ts'
import { recordAudit } from '../../audit/index.ts'
import { authorise } from '../authorise.ts'
import type { Viewer } from '../viewer.ts'
import { userOf } from './list-users.ts'

/** @throws ProductError `access.notFound` */
export async function endSessions(
  viewer: Viewer,
  database: StoreClient['database'],
  { id }: { readonly id: string },
): Promise<void> {
  authorise(viewer, ['administrator'])
  await database.transaction().execute(async (transaction) => {
    await userOf(transaction, id)
    await transaction.deleteFrom('person_session').where('person_id', '=', id).execute()
    await recordAudit(transaction, { viewer, action: 'user.signedOut', subject: `user:${id}` })
  })
}
