import type { AuditEntry } from '@vitalfew/contract/api/audit.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'

export interface AuditQuestion {
  readonly page: number
  readonly pageSize: number
  readonly actorId?: string | undefined
  /** How the action begins. */
  readonly action?: string | undefined
  readonly subject?: string | undefined
  /** Days in UTC, both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** A page of the audit log, newest first. */
export async function listAudit(
  database: StoreClient['database'],
  question: AuditQuestion,
): Promise<{ rows: AuditEntry[]; total: number }> {
  const { page, pageSize } = question
  const asked = matching(database, question)
  const [rows, count] = await Promise.all([
    asked
      .selectAll()
      .orderBy('number', 'desc')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
    asked.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return {
    total: count.total,
    rows: rows.map(({ actor_id: actorId, actor_name: actorName, at, ...row }) => ({
      ...row,
      actorId,
      actorName,
      at: at.toISOString(),
    })),
  }
}

function matching(database: StoreClient['database'], question: AuditQuestion) {
  const { actorId, action, subject, from, to } = question
  let asked = database.selectFrom('audit_entry')
  if (actorId !== undefined) asked = asked.where('actor_id', '=', actorId)
  if (action !== undefined)
    asked = asked.where(({ eb, fn }) => eb(fn('starts_with', ['action', eb.val(action)]), '=', true))
  if (subject !== undefined) asked = asked.where('subject', '=', subject)
  if (from !== undefined) asked = asked.where('at', '>=', new Date(`${from}T00:00:00Z`))
  if (to !== undefined) asked = asked.where('at', '<', new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000))
  return asked
}
