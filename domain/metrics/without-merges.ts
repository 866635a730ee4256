import type { WarehouseQuery } from '@vitalfew/warehouse/query.ts'
import type { z } from 'zod'
import { lineSource, overLines, type RunScope } from './analysed-line.ts'

/** The account of a line, for conditions. */
export const accountOfLine = overLines('line.account_key')

/** The same in a question that looks no merges up. */
export const keyOfLine = overLines('line.customer_key')

/**
 * A query over `lineSource` as it is best asked of a scope: where no key was ever given to an account, every key is its own
 * account, and looking each line up among no keys at all would cost seconds of tens of millions of lines.
 */
export function withoutMerges<P extends z.ZodType, R extends z.ZodType>(
  query: WarehouseQuery<P, R>,
  { membershipSequence }: Pick<z.input<typeof RunScope>, 'membershipSequence'>,
): WarehouseQuery<P, R> {
  if (membershipSequence > 0) return query
  return { ...query, sql: query.sql.replaceAll(lineSource, 'sales_line AS l').replaceAll(accountOfLine, keyOfLine) }
}
