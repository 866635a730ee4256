import { harmlessCell } from '@vitalfew/warehouse/harmless-cell.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { lineChecks } from '../checks/line-checks.ts'
import { flaggedLine, LineDoubts } from './flagged-line.ts'

/** Columns of the list, by the names of the fields they come from; `file`, `row` and `checks` are the list's own. */
export const doubtfulColumns = [
  'file',
  'row',
  'customer',
  'customerName',
  'date',
  'orderNumber',
  'product',
  'productName',
  'category',
  'quantity',
  'amount',
  'currency',
  'region',
  'department',
  'salesperson',
  'checks',
] as const

const names = lineChecks.map(({ name }) => `'${name}'`).join(', ')
const text = (column: string): string => harmlessCell(`toString(${column})`)

/** One row per line that a check doubts, the largest first, with the names of all checks that doubt it. */
export const doubtfulLines = defineQuery({
  name: 'doubtful-lines',
  parameters: LineDoubts.extend({
    bit: z.int(),
    within: z.array(z.int()),
    files: z.array(z.string()),
    most: z.int(),
  }),
  row: z.unknown(),
  sql: `
WITH
  ${flaggedLine()}
SELECT
  ${harmlessCell('transform(import_id, {within:Array(UInt32)}, {files:Array(String)}, toString(import_id))')} AS c0,
  row, ${text('customer')} AS c1, ${text('customer_name')} AS c2, toString(day) AS c3, ${text('order_number')} AS c4,
  ${text('product')} AS c5, ${text('product_name')} AS c6, ${text('category')} AS c7, quantity AS c8, net_revenue AS c9,
  ${text('currency')} AS c10, ${text('region')} AS c11, ${text('department')} AS c12, ${text('salesperson')} AS c13,
  arrayStringConcat(arrayMap(position -> [${names}][position + 1], bitPositionsToArray(mask)), ' ') AS c14
FROM flagged_line
WHERE bitTest(mask, {bit:UInt8}) AND import_id IN {within:Array(UInt32)}
ORDER BY abs(net_revenue) DESC, import_id, row
LIMIT {most:UInt64}
`,
})
