import type { RowComparison } from '@vitalfew/contract/import-log.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/**
 * One row: how the lines of an import compare with those of others in the same days. Lines are alike in all that they
 * say; what remains is matched by its document, the order and the product.
 */
const comparedLines = defineQuery({
  name: 'compare-sales',
  parameters: z.object({
    importId: z.int(),
    others: z.array(z.int()),
    firstDay: z.iso.date(),
    lastDay: z.iso.date(),
  }),
  row: z.object({ added: z.int(), same: z.int(), changed: z.int(), gone: z.int() }),
  sql: `
WITH
  line AS (
    SELECT
      import_id = {importId:UInt32} AS is_new,
      cityHash64(customer_key, order_number, product, product_name, toInt32(day), toString(kind), net_revenue,
        ifNull(toString(quantity), '')) AS content,
      if(order_number = '', cityHash64(customer_key, product, toInt32(day)), cityHash64(order_number, product)) AS document
    FROM sales_line
    WHERE (import_id = {importId:UInt32} OR import_id IN {others:Array(UInt32)})
      AND day BETWEEN toDate32({firstDay:String}) AND toDate32({lastDay:String})
  ),
  by_content AS (
    SELECT document, content, toInt64(countIf(is_new)) AS found, toInt64(countIf(NOT is_new)) AS known
    FROM line
    GROUP BY document, content
  ),
  by_document AS (
    SELECT document, sum(least(found, known)) AS alike, sum(found) - alike AS more, sum(known) - alike AS fewer
    FROM by_content
    GROUP BY document
  )
SELECT sum(more - least(more, fewer)) AS added, sum(alike) AS same, sum(least(more, fewer)) AS changed,
  sum(fewer - least(more, fewer)) AS gone
FROM by_document
`,
})

const newCustomers = defineQuery({
  name: 'new-customers',
  parameters: z.object({ importId: z.int(), others: z.array(z.int()) }),
  row: z.object({ customers: z.int() }),
  sql: `
SELECT uniqExact(customer_key) AS customers
FROM sales_line
WHERE import_id = {importId:UInt32}
  AND customer_key NOT IN (SELECT customer_key FROM sales_line WHERE import_id IN {others:Array(UInt32)})
`,
})

export interface SalesToCompare {
  readonly importId: number
  readonly rows: number
  /** The imports that cover a part of the same days. */
  readonly others: readonly number[]
  /** All imports that count. */
  readonly current: readonly number[]
  readonly firstDay: string
  readonly lastDay: string
}

/** How the lines of an import that does not count yet compare with those that do. */
export async function compareSales(warehouse: Warehouse, sales: SalesToCompare): Promise<RowComparison> {
  const { importId, firstDay, lastDay } = sales
  const others = [...sales.others]
  const [known] = await warehouse.rows(newCustomers, { importId, others: [...sales.current] })
  const unknownCustomers = known?.customers ?? 0
  if (others.length === 0) return { added: sales.rows, same: 0, changed: 0, gone: 0, unknownCustomers }
  const [found] = await warehouse.rows(comparedLines, { importId, others, firstDay, lastDay })
  return { ...(found ?? { added: sales.rows, same: 0, changed: 0, gone: 0 }), unknownCustomers }
}
