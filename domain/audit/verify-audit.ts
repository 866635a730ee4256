import type { AuditVerdict } from '@vitalfew/contract/api/audit.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { entryHash } from './entry-hash.ts'

const batch = 5_000

type Fault = NonNullable<AuditVerdict['firstFault']>

/** Follows the log from its first entry: finds one that was changed, removed or moved, and an end that was cut off. */
export async function verifyAudit(database: StoreClient['database']): Promise<AuditVerdict> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const head = await transaction.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow()
      const { last, hash, fault } = await follow(transaction)
      const firstFault = fault ?? endFault(head, { last, hash })
      return { intact: firstFault === null, entries: last, headHash: hash, firstFault }
    })
}

function endFault(
  head: { readonly number: number; readonly hash: string },
  { last, hash }: { readonly last: number; readonly hash: string },
): Fault | null {
  if (head.number > last) return { number: last + 1, reason: 'missing' }
  return head.number < last || head.hash !== hash ? { number: last, reason: 'changed' } : null
}

async function follow(
  transaction: StoreClient['database'],
): Promise<{ readonly last: number; readonly hash: string; readonly fault: Fault | null }> {
  let last = 0
  let hash = ''
  for (;;) {
    const rows = await transaction
      .selectFrom('audit_entry')
      .selectAll()
      .where('number', '>', last)
      .orderBy('number')
      .limit(batch)
      .execute()
    for (const row of rows) {
      if (row.number !== last + 1) return { last, hash, fault: { number: last + 1, reason: 'missing' } }
      const found = entryHash(hash, { ...row, actorId: row.actor_id, actorName: row.actor_name })
      if (found !== row.hash) return { last, hash, fault: { number: row.number, reason: 'changed' } }
      last = row.number
      hash = row.hash
    }
    if (rows.length < batch) return { last, hash, fault: null }
  }
}
