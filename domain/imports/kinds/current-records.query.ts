import type { RecordKind } from '@vitalfew/contract/record-kinds.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { currentRecordImports } from '../log/current-record-imports.ts'
import { fieldColumns, keyExpression } from './record-columns.ts'
import { isOfCustomer, type RecordKindDefinition } from './record-kind.ts'
import { recordKindDefinitions } from './record-kinds.ts'

/**
 * What stands after FROM in a query that reads the records of a kind as they are now: of several rows of one key that of
 * the newest import. Takes the parameter `imports`, the imports that count.
 */
export function currentRows(kind: RecordKindDefinition, name = 'imports'): string {
  const key = isOfCustomer(kind) ? ['customer_key'] : []
  const columns = ['import_id', 'row', ...key, ...fieldColumns(kind)].join(', ')
  const rows = `SELECT ${columns} FROM ${kind.table} WHERE import_id IN {${name}:Array(UInt32)}`
  if (kind.keys.length === 0) return `(${rows})`
  return `(${rows}
    ORDER BY import_id DESC, row DESC
    LIMIT 1 BY ${keyExpression(kind)})`
}

const Value = z.union([z.string(), z.number(), z.null()])

/** One record: its account by the source's key, and its fields by the names of their columns. */
export type CurrentRecord = Readonly<Record<string, z.infer<typeof Value>>>

const queries = new Map(
  Object.values(recordKindDefinitions).map((kind) => [
    kind.kind,
    defineQuery({
      name: `current-${kind.kind}`,
      parameters: z.object({ imports: z.array(z.int()) }),
      row: z.record(z.string(), Value),
      sql: `SELECT ${[
        'import_id',
        'row',
        ...(isOfCustomer(kind) ? ['toString(customer_key) AS account_customer_key'] : []),
        ...fieldColumns(kind),
      ].join(', ')}
FROM ${currentRows(kind)}
ORDER BY import_id, row`,
    }),
  ]),
)

/** The records of a kind that are there now, in the order in which they came. */
export async function currentRecords(warehouse: Warehouse, kind: RecordKind): Promise<CurrentRecord[]> {
  const query = queries.get(kind)
  const imports = (await currentRecordImports(warehouse, kind)).map(({ id }) => id)
  if (query === undefined || imports.length === 0) return []
  return warehouse.rows(query, { imports })
}
