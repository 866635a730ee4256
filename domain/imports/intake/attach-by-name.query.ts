import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import type { RecordKindDefinition } from '../kinds/record-kind.ts'

/**
 * Writes records once more, under another number, with the keys under which sales know the customers of their names. A name
 * that two customers share says nothing.
 */
export function attachByName(
  warehouse: Warehouse,
  request: {
    readonly kind: RecordKindDefinition
    readonly from: number
    readonly to: number
    readonly sales: readonly number[]
  },
): Promise<void> {
  const { kind, from, to, sales } = request
  const statement = defineStatement({
    name: `attach-${kind.kind}-by-name`,
    parameters: z.object({ from: z.int(), importId: z.int(), sales: z.array(z.int()) }),
    sql: `
INSERT INTO ${kind.table}
SELECT r.* REPLACE (
  {importId:UInt32} AS import_id,
  if(n.customer = '', r.customer, n.customer) AS customer,
  if(n.customer = '', r.customer_key, cityHash64(n.customer)) AS customer_key)
FROM ${kind.table} AS r
LEFT JOIN (
  SELECT customer_name, any(sales_line.customer) AS customer
  FROM sales_line
  WHERE import_id IN {sales:Array(UInt32)} AND customer_name != ''
  GROUP BY customer_name
  HAVING uniqExact(customer_key) = 1
) AS n ON n.customer_name = r.customer_name
WHERE r.import_id = {from:UInt32}`,
  })
  return warehouse.run(statement, { from, importId: to, sales: [...sales] })
}
