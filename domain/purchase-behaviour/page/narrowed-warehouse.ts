import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { WarehouseQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { accountOfLine, isAnalysed, keyOfLine, lineSource } from '../../metrics/index.ts'

/** Accounts that questions are narrowed to: a condition on the account of a line, and what is bound to it. */
export interface Narrowing {
  readonly condition: string
  readonly parameters: Readonly<Record<string, string | readonly string[]>>
}

const Bound = z.record(z.string(), z.unknown())

/**
 * A warehouse in which there are no lines but those of some accounts: what is asked of it is answered as if the others
 * did not exist, so that a verb over all accounts serves those who see a few. For questions over `lineSource` alone.
 *
 * @throws RangeError for a question that does not read the lines of a run
 */
export function narrowedWarehouse(warehouse: Warehouse, narrowing: Narrowing): Warehouse {
  function narrowed<P extends z.ZodType, R extends z.ZodType>(query: WarehouseQuery<P, R>) {
    if (!query.sql.includes(isAnalysed)) throw new RangeError(`query ${query.name} cannot be narrowed to accounts`)
    const hasMerges = query.sql.includes(lineSource)
    const condition = hasMerges ? narrowing.condition : narrowing.condition.replaceAll(accountOfLine, keyOfLine)
    const sql = query.sql.replaceAll(isAnalysed, `${isAnalysed} AND (${condition})`)
    return { ...query, parameters: Bound, sql }
  }
  function bound<P extends z.ZodType, R extends z.ZodType>(query: WarehouseQuery<P, R>, asked: z.input<P>) {
    return { ...Bound.parse(query.parameters.parse(asked)), ...narrowing.parameters }
  }
  return {
    ...warehouse,
    rows: (query, asked) => warehouse.rows(narrowed(query), bound(query, asked)),
    bytes: (query, { parameters, format }) =>
      warehouse.bytes(narrowed(query), { parameters: bound(query, parameters), format }),
  }
}
