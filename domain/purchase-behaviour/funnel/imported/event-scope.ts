import { z } from 'zod'

/** Imported events: those of some imports, oldest first, believed as the membership log says up to an entry. */
export const EventScope = z.object({
  imports: z.array(z.int()),
  membershipSequence: z.int(),
})
export type EventScope = z.infer<typeof EventScope>

/** Which account an event belongs to: a common table expression, what stands after FROM, and the account's key. */
export const eventMembership = `current_membership AS (
    SELECT customer_key, argMax(membership.account_key, sequence) AS account_key
    FROM membership
    WHERE sequence <= {membershipSequence:UInt64}
    GROUP BY customer_key
  )`
export const eventSource = `customer_event AS e
    LEFT JOIN current_membership AS m ON m.customer_key = e.customer_key`
export const eventAccount = 'if(m.account_key = 0, e.customer_key, m.account_key)'

/** Which came first: rows of later imports after those of earlier ones. */
export function eventPlace({ imports }: { readonly imports: number }): string {
  return imports === 1
    ? 'toUInt64(e.row)'
    : '(toUInt64(e.row) + transform(e.import_id, {imports:Array(UInt32)}, {rowsBefore:Array(UInt64)}, toUInt64(0)))'
}
