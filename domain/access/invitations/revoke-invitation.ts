import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { recordAudit } from '../../audit/index.ts'
import { authorise } from '../authorise.ts'
import type { Viewer } from '../viewer.ts'

/** @throws ProductError `access.notFound` where it is not open any more */
export async function revokeInvitation(
  viewer: Viewer,
  database: StoreClient['database'],
  { id }: { readonly id: string },
): Promise<void> {
  authorise(viewer, ['administrator'])
  await database.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('invitation')
      .set({ revoked_at: new Date() })
      .where('id', '=', id)
      .where('kind', '=', 'invitation')
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new ProductError('access.notFound')
    await recordAudit(transaction, { viewer, action: 'invitation.revoked', subject: `invitation:${id}` })
  })
}
