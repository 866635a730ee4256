import type { StoreClient } from '@vitalfew/store/client.ts'
import { canonicalJson, entryHash } from './entry-hash.ts'

export interface AuditRecord {
  /** Who did it. */
  readonly viewer: { readonly userId: string; readonly name: string }
  /** The noun and what happened to it, as `user.updated`. */
  readonly action: string
  /** What it was done to, as `user:<id>`. */
  readonly subject: string
  /** Facts of the case, never a password, a key or figures of customers. */
  readonly details?: Readonly<Record<string, unknown>>
}

/**
 * Adds to the audit log within the transaction of the change that it tells of, so that neither is there without the
 * other. Call it last: until the transaction ends, nobody else can add.
 */
export async function recordAudit(transaction: StoreClient['database'], record: AuditRecord): Promise<void> {
  const { viewer, action, subject, details = {} } = record
  const head = await transaction.selectFrom('audit_head').selectAll().forUpdate().executeTakeFirstOrThrow()
  // The store keeps instants to the microsecond and gives them back to the millisecond, so that is what is sealed.
  const at = new Date()
  const number = head.number + 1
  const sealed = plain(details)
  const hash = entryHash(head.hash, {
    number,
    at,
    actorId: viewer.userId,
    actorName: viewer.name,
    action,
    subject,
    details: sealed,
  })
  await transaction
    .insertInto('audit_entry')
    .values({
      number,
      at,
      actor_id: viewer.userId,
      actor_name: viewer.name,
      action,
      subject,
      details: canonicalJson(sealed),
      hash,
    })
    .execute()
  await transaction.updateTable('audit_head').set({ number, hash }).execute()
}

/** The details as the store will give them back: what JSON cannot say is left out, and so is NUL, which it cannot keep. */
function plain(details: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const text = JSON.stringify(details, (_key, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '') : value,
  )
  const read: unknown = JSON.parse(text)
  return typeof read === 'object' && read !== null ? { ...read } : {}
}
