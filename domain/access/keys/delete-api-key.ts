import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { recordAudit } from '../../audit/index.ts'
import type { Viewer } from '../viewer.ts'

/** @throws ProductError `access.notFound`, for the keys of others too */
export async function deleteApiKey(
  viewer: Viewer,
  database: StoreClient['database'],
  { id }: { readonly id: string },
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('api_key')
      .set({ revoked_at: new Date() })
      .where('id', '=', id)
      .where('person_id', '=', viewer.userId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new ProductError('access.notFound')
    await recordAudit(transaction, { viewer, action: 'apiKey.revoked', subject: `apiKey:${id}` })
  })
}
