import type { StoreTables } from '@vitalfew/store/tables.ts'
import type { Selectable } from 'kysely'

/**
 * FROM and WHERE of a query over the lines of one account, `sales_line AS l`, as the run saw them. The customer keys of
 * the account are found first, so that the index of the lines can be used.
 */
export const linesOfAccount = `
FROM sales_line AS l
WHERE l.import_id IN {imports:Array(UInt32)} AND l.day < toDate32({asOf:String})
  AND l.customer_key IN (
    SELECT toUInt64({key:String})
    WHERE toUInt64({key:String}) NOT IN (
      SELECT customer_key FROM membership WHERE sequence <= {membershipSequence:UInt64}
      GROUP BY customer_key HAVING argMax(account_key, sequence) != customer_key)
    UNION ALL
    SELECT customer_key FROM membership WHERE sequence <= {membershipSequence:UInt64}
    GROUP BY customer_key HAVING argMax(account_key, sequence) = toUInt64({key:String}))`

/** What is bound to it. */
export function lineParameters(
  run: Pick<Selectable<StoreTables['published_run']>, 'imports' | 'as_of' | 'membership_sequence'>,
  key: string,
) {
  return { imports: [...run.imports], asOf: run.as_of, membershipSequence: run.membership_sequence, key }
}
