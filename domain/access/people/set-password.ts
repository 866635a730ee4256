import { randomUUID } from 'node:crypto'
import type { StoreClient } from '@vitalfew/store/client.ts'

/** Gives somebody a password, already hashed, and ends all their sessions. */
export async function setPassword(
  transaction: StoreClient['database'],
  { id, password }: { readonly id: string; readonly password: string },
): Promise<void> {
  await transaction
    .insertInto('person_credential')
    .values({ id: randomUUID(), person_id: id, provider_id: 'credential', provider_account_id: id, password })
    .onConflict((conflict) =>
      conflict.columns(['provider_id', 'provider_account_id']).doUpdateSet({ password, updated_at: new Date() }),
    )
    .execute()
  await transaction.deleteFrom('person_session').where('person_id', '=', id).execute()
}
