import type { StoreClient } from '@vitalfew/store/client.ts'
import { recordAudit } from '../../audit/index.ts'
import type { Viewer } from '../viewer.ts'

/** Writes down that somebody changed their second factor, which the library that keeps sessions has done. */
export async function noteSecondFactor(
  viewer: Viewer,
  database: StoreClient['database'],
  { action }: { readonly action: 'user.secondFactorOn' | 'user.secondFactorOff' | 'user.backupCodesRenewed' },
): Promise<void> {
  await database
    .transaction()
    .execute((transaction) => recordAudit(transaction, { viewer, action, subject: `user:${viewer.userId}` }))
}
