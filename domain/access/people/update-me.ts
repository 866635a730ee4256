import type { Locale } from '@vitalfew/contract/locale.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { recordAudit } from '../../audit/index.ts'
import type { Viewer } from '../viewer.ts'

/** Changes one's own name or language. */
export async function updateMe(
  viewer: Viewer,
  database: StoreClient['database'],
  change: { readonly name?: string | undefined; readonly locale?: Locale | undefined },
): Promise<void> {
  const { name = viewer.name, locale = viewer.locale } = change
  await database.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('person')
      .set({ name, locale, updated_at: new Date() })
      .where('id', '=', viewer.userId)
      .execute()
    await recordAudit(transaction, {
      viewer,
      action: 'user.updated',
      subject: `user:${viewer.userId}`,
      details: { before: { name: viewer.name, locale: viewer.locale }, change },
    })
  })
}
