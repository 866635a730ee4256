import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { keyExpression, periodExpression } from '../kinds/record-columns.ts'
import type { RecordKindDefinition } from '../kinds/record-kind.ts'

export interface Days {
  readonly firstDay: string
  readonly lastDay: string
}

/** Rows of one import under the number of another, without some days. */
export interface CopyRows {
  readonly from: number
  readonly to: number
  readonly without: readonly Days[]
}

const parameters = z.object({
  from: z.int(),
  importId: z.int(),
  firstDays: z.array(z.iso.date()),
  lastDays: z.array(z.iso.date()),
})

function outside(day: string): string {
  return `NOT arrayExists((first, last) -> ifNull(${day} BETWEEN toDate32(first) AND toDate32(last), 0),
    {firstDays:Array(String)}, {lastDays:Array(String)})`
}

const copyLines = defineStatement({
  name: 'copy-sales-lines',
  parameters,
  sql: `
INSERT INTO sales_line
SELECT l.* REPLACE ({importId:UInt32} AS import_id)
FROM sales_line AS l
WHERE l.import_id = {from:UInt32} AND ${outside('l.day')}
`,
})

/** Copies the lines of an import that lie outside some days. */
export function copySales(warehouse: Warehouse, request: CopyRows): Promise<void> {
  return warehouse.run(copyLines, daysOf(request))
}

function daysOf({ from, to, without }: CopyRows): z.input<typeof parameters> {
  return {
    from,
    importId: to,
    firstDays: without.map(({ firstDay }) => firstDay),
    lastDays: without.map(({ lastDay }) => lastDay),
  }
}

/** Copies the records of an import that lie outside some days. */
export function copyRecords(
  warehouse: Warehouse,
  { kind, ...request }: CopyRows & { readonly kind: RecordKindDefinition },
): Promise<void> {
  const statement = defineStatement({
    name: `copy-${kind.kind}`,
    parameters,
    sql: `${copyOf(kind)}
WHERE r.import_id = {from:UInt32} AND ${outside(periodExpression(kind))}`,
  })
  return warehouse.run(statement, daysOf(request))
}

/** Copies the records of an import whose keys no other import has. */
export function copyUnknownRecords(
  warehouse: Warehouse,
  request: {
    readonly kind: RecordKindDefinition
    readonly from: number
    readonly to: number
    readonly others: number[]
  },
): Promise<void> {
  const { kind, from, to, others } = request
  const key = keyExpression(kind)
  const statement = defineStatement({
    name: `copy-unknown-${kind.kind}`,
    parameters: z.object({ from: z.int(), importId: z.int(), others: z.array(z.int()) }),
    sql: `${copyOf(kind)}
WHERE r.import_id = {from:UInt32}
  AND ${key} NOT IN (SELECT ${key} FROM ${kind.table} WHERE import_id IN {others:Array(UInt32)})`,
  })
  return warehouse.run(statement, { from, importId: to, others })
}

function copyOf(kind: RecordKindDefinition): string {
  return `
INSERT INTO ${kind.table}
SELECT r.* REPLACE ({importId:UInt32} AS import_id)
FROM ${kind.table} AS r`
}
