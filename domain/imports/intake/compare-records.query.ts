import type { RowComparison } from '@vitalfew/contract/import-log.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { contentExpression, keyExpression, periodExpression } from '../kinds/record-columns.ts'
import { isOfCustomer, type RecordKindDefinition } from '../kinds/record-kind.ts'

export interface RecordsToCompare {
  readonly kind: RecordKindDefinition
  readonly importId: number
  /** The imports of the kind that count: all of them where records have keys, else those of the same days. */
  readonly others: readonly number[]
  /** The imports of sales that count. */
  readonly sales: readonly number[]
  readonly firstDay: string | null
  readonly lastDay: string | null
}

/** How the records of an import that does not count yet compare with those that do. */
export async function compareRecords(warehouse: Warehouse, request: RecordsToCompare): Promise<RowComparison> {
  const { kind, importId, others, sales, firstDay, lastDay } = request
  const sets = { importId, others: [...others], firstDay: firstDay ?? '1970-01-01', lastDay: lastDay ?? '2299-12-31' }
  const [found] = await warehouse.rows(kind.keys.length === 0 ? byContent(kind) : byKey(kind), sets)
  const [unknown] = isOfCustomer(kind)
    ? await warehouse.rows(unknownCustomers(kind), { importId, sales: [...sales] })
    : []
  const none = { added: 0, same: 0, changed: 0, gone: 0 }
  return { ...(found ?? none), unknownCustomers: unknown?.customers ?? 0 }
}

const parameters = z.object({
  importId: z.int(),
  others: z.array(z.int()),
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
})
const row = z.object({ added: z.int(), same: z.int(), changed: z.int(), gone: z.int() })

function byKey(kind: RecordKindDefinition) {
  const newest = `argMax(${contentExpression(kind)}, (import_id, row))`
  return defineQuery({
    name: `compare-${kind.kind}`,
    parameters,
    row,
    sql: `
WITH
  found AS (
    SELECT ${keyExpression(kind)} AS key, ${newest} AS content
    FROM ${kind.table} WHERE import_id = {importId:UInt32} GROUP BY key
  ),
  known AS (
    SELECT ${keyExpression(kind)} AS key, ${newest} AS content
    FROM ${kind.table} WHERE import_id IN {others:Array(UInt32)} GROUP BY key
  )
SELECT countIf(is_known = 0) AS added, countIf(is_known = 1 AND known_content = content) AS same,
  countIf(is_known = 1 AND known_content != content) AS changed, toUInt64(0) AS gone
FROM (
  SELECT found.content AS content, known.content AS known_content, known.key = found.key AND known.is_there = 1 AS is_known
  FROM found
  LEFT JOIN (SELECT key, content, 1 AS is_there FROM known) AS known ON known.key = found.key
)
`,
  })
}

function byContent(kind: RecordKindDefinition) {
  const day = periodExpression(kind)
  return defineQuery({
    name: `compare-${kind.kind}`,
    parameters,
    row,
    sql: `
SELECT sum(found - least(found, known)) AS added, sum(least(found, known)) AS same, toInt64(0) AS changed,
  sum(known - least(found, known)) AS gone
FROM (
  SELECT ${contentExpression(kind)} AS content, toInt64(countIf(import_id = {importId:UInt32})) AS found,
    toInt64(countIf(import_id != {importId:UInt32})) AS known
  FROM ${kind.table}
  WHERE import_id = {importId:UInt32}
    OR (import_id IN {others:Array(UInt32)}
      AND ${day} BETWEEN toDate32({firstDay:String}) AND toDate32({lastDay:String}))
  GROUP BY content
)
`,
  })
}

function unknownCustomers(kind: RecordKindDefinition) {
  return defineQuery({
    name: `unknown-customers-of-${kind.kind}`,
    parameters: z.object({ importId: z.int(), sales: z.array(z.int()) }),
    row: z.object({ customers: z.int() }),
    sql: `
SELECT uniqExactIf(customer_key, customer_key != 0) AS customers
FROM ${kind.table}
WHERE import_id = {importId:UInt32}
  AND customer_key NOT IN (SELECT customer_key FROM sales_line WHERE import_id IN {sales:Array(UInt32)})
`,
  })
}
