import type { ImportExtent } from '@vitalfew/contract/import-log.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { periodExpression } from '../kinds/record-columns.ts'
import { isOfCustomer, type RecordKindDefinition } from '../kinds/record-kind.ts'

const Extent = z.object({
  rows: z.int(),
  customers: z.int(),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  netRevenue: z.number(),
  grossProfit: z.number(),
  currencies: z.array(z.string()),
})

const salesExtents = defineQuery({
  name: 'sales-extents',
  parameters: z.object({ imports: z.array(z.int()) }),
  row: Extent.extend({ id: z.int() }),
  sql: `
SELECT import_id AS id, count() AS rows, uniqExact(customer_key) AS customers,
  toString(min(day)) AS firstDay, toString(max(day)) AS lastDay,
  toFloat64(sumIf(net_revenue, kind != 'cancelled')) AS netRevenue,
  toFloat64(ifNull(sumIf(gross_profit, kind != 'cancelled'), 0)) AS grossProfit,
  arraySort(groupUniqArrayIf(toString(currency), currency != '')) AS currencies
FROM sales_line
WHERE import_id IN {imports:Array(UInt32)}
GROUP BY import_id
`,
})

/** How far the sales of each import reach, and what they come to; an import without lines has none. */
export async function extentsOfSales(
  warehouse: Warehouse,
  imports: readonly number[],
): Promise<Map<number, ImportExtent>> {
  if (imports.length === 0) return new Map()
  const found = await warehouse.rows(salesExtents, { imports: [...imports] })
  return new Map(found.map(({ id, ...extent }) => [id, extent]))
}

/** How far the sales of an import reach, and what they come to. */
export async function extentOfSales(warehouse: Warehouse, importId: number): Promise<ImportExtent> {
  return (await extentsOfSales(warehouse, [importId])).get(importId) ?? emptyExtent
}

export const emptyExtent: ImportExtent = {
  rows: 0,
  customers: 0,
  firstDay: null,
  lastDay: null,
  netRevenue: 0,
  grossProfit: 0,
  currencies: [],
}

/** How far the records of an import reach. */
export async function extentOfRecords(
  warehouse: Warehouse,
  { kind, importId }: { readonly kind: RecordKindDefinition; readonly importId: number },
): Promise<ImportExtent> {
  const day = periodExpression(kind)
  const query = defineQuery({
    name: `extent-of-${kind.kind}`,
    parameters: z.object({ importId: z.int() }),
    row: Extent,
    sql: `
SELECT count() AS rows, ${isOfCustomer(kind) ? 'uniqExactIf(customer_key, customer_key != 0)' : 'toUInt64(0)'} AS customers,
  toString(min(${day})) AS firstDay, toString(max(${day})) AS lastDay,
  toFloat64(0) AS netRevenue, toFloat64(0) AS grossProfit, CAST([], 'Array(String)') AS currencies
FROM ${kind.table}
WHERE import_id = {importId:UInt32}
`,
  })
  const [extent] = await warehouse.rows(query, { importId })
  return extent ?? emptyExtent
}
