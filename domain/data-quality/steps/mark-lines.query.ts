import { settableColumns } from '@vitalfew/contract/quality.ts'
import { defineQuery, defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { flaggedLine, LineDoubts } from '../lines/flagged-line.ts'

const MarkRequest = z.object({
  mark: z.int(),
  step: z.int(),
  importId: z.int(),
  originalId: z.int(),
  action: z.string(),
  /** Column, what stands there and what is to stand there; of `from` the empty list is anything. */
  columns: z.array(z.string()),
  froms: z.array(z.string()),
  anyFrom: z.array(z.int()),
  tos: z.array(z.string()),
})

/** The columns of a line that a person can set, as text. */
const columnTexts = `map(${settableColumns
  .map((column) => `'${column}', toString(ifNull(f.${sqlColumn(column)}, ''))`)
  .join(', ')})`

function sqlColumn(column: string): string {
  return column.replaceAll(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)
}

const selected = (from: string, condition: string): string => `
SELECT {mark:UInt64} AS mark, {originalId:UInt32} AS import_id, f.row AS row, f.customer_key AS customer_key,
  {step:UInt64} AS step, {action:String} AS action, change.1 AS target, change.4 AS value
FROM ${from} AS f
ARRAY JOIN if(empty({columns:Array(String)}), [('', '', 1, '')],
  arrayFilter(rule -> rule.3 = 1 OR ${columnTexts}[rule.1] = rule.2,
    arrayZip({columns:Array(String)}, {froms:Array(String)}, {anyFrom:Array(UInt8)}, {tos:Array(String)}))) AS change
WHERE f.import_id = {importId:UInt32} AND ${condition}`

const insert = 'INSERT INTO quality_mark (mark, import_id, row, customer_key, step, action, target, value)'

/** Marks the lines of one import that a check doubts. */
export const markDoubtful = defineStatement({
  name: 'mark-doubtful-lines',
  parameters: LineDoubts.extend({ ...MarkRequest.shape, bit: z.int(), customers: z.array(z.string()) }),
  sql: `${insert}
WITH
  ${flaggedLine()}${selected(
    'flagged_line',
    `bitTest(f.mask, {bit:UInt8})
  AND (empty({customers:Array(String)}) OR f.customer IN {customers:Array(String)} OR f.customer_name IN {customers:Array(String)})`,
  )}`,
})

/** Marks lines of one import by their rows, by their customers, or by what stands in a column. */
export const markChosen = defineStatement({
  name: 'mark-chosen-lines',
  parameters: MarkRequest.extend({ rows: z.array(z.int()), customers: z.array(z.string()) }),
  sql: `${insert}${selected(
    'sales_line',
    `(empty({rows:Array(UInt32)}) OR f.row IN {rows:Array(UInt32)})
  AND (empty({customers:Array(String)}) OR f.customer IN {customers:Array(String)} OR f.customer_name IN {customers:Array(String)})`,
  )}`,
})

/** One row: how many lines a mark touches, and their money as the file has it. */
export const markedMoney = defineQuery({
  name: 'marked-money',
  parameters: z.object({ mark: z.int(), originalId: z.int() }),
  row: z.object({ rows: z.int(), amount: z.number() }),
  sql: `
SELECT count() AS rows, toFloat64(sum(abs(net_revenue))) AS amount
FROM sales_line
WHERE import_id = {originalId:UInt32}
  AND row IN (SELECT quality_mark.row FROM quality_mark
    WHERE quality_mark.mark = {mark:UInt64} AND quality_mark.import_id = {originalId:UInt32})
`,
})

const lineColumns = [
  'customer',
  'customer_name',
  'credit_code',
  'order_number',
  'product',
  'product_name',
  'category',
  'currency',
  'salesperson',
  'region',
  'department',
  'channel',
  'industry',
] as const

const camel = (column: string): string => column.replaceAll(/_(\w)/g, (_, sign: string) => sign.toUpperCase())

const said = (column: string): string => `if(mapContains(m.sets, '${column}'), m.sets['${column}'], NULL)`

const scaled = (column: string): string =>
  `if(m.factor = 0, l.${column}, CAST(toDecimal128(l.${column}, 6) * toDecimal128(m.factor, 8) AS Nullable(Decimal(18, 6))))`

const signed = (expression: string): string => `if(m.is_returned, -abs(${expression}), ${expression})`

/**
 * Writes the lines of an import as its marks make them, under the number of a new one. Of two steps that set one column
 * of a line the later counts; a line that any step excludes is not there.
 */
export const fillCorrected = defineStatement({
  name: 'fill-corrected-import',
  parameters: z.object({ importId: z.int(), originalId: z.int(), marks: z.array(z.int()) }),
  sql: `INSERT INTO sales_line (import_id, row, customer_key, ${lineColumns.join(', ')}, parent, day, kind, quantity,
  net_revenue, gross_profit, status)
SELECT {importId:UInt32} AS import_id, l.row AS row,
  if(mapContains(m.sets, 'customer'), cityHash64(m.sets['customer']), l.customer_key) AS customer_key,
  ${lineColumns.map((column) => `ifNull(${said(camel(column))}, toString(l.${column})) AS ${column}`).join(',\n  ')},
  l.parent AS parent,
  ifNull(toDate32OrNull(${said('day')}), l.day) AS day,
  if(m.is_returned, 'return', toString(l.kind)) AS kind,
  ${signed(`ifNull(toDecimal64OrNull(${said('quantity')}, 6), l.quantity)`)} AS quantity,
  assumeNotNull(${signed(`ifNull(toDecimal64OrNull(${said('netRevenue')}, 6), ${scaled('net_revenue')})`)}) AS net_revenue,
  ${signed(scaled('gross_profit'))} AS gross_profit,
  l.status AS status
FROM sales_line AS l
LEFT JOIN (
  SELECT
    row,
    max(action = 'exclude') AS is_excluded,
    max(action = 'return') AS is_returned,
    maxIf(toFloat64OrZero(value), action = 'scale') AS factor,
    mapFromArrays(groupArrayIf(target, action = 'set'), groupArrayIf(value, action = 'set')) AS sets
  FROM (
    SELECT quality_mark.row AS row, toString(quality_mark.action) AS action, toString(quality_mark.target) AS target,
      quality_mark.value AS value
    FROM quality_mark
    WHERE quality_mark.import_id = {originalId:UInt32} AND quality_mark.mark IN {marks:Array(UInt64)}
    ORDER BY quality_mark.step DESC
    LIMIT 1 BY row, action, target
  )
  GROUP BY row
) AS m ON m.row = l.row
WHERE l.import_id = {originalId:UInt32} AND NOT m.is_excluded`,
})
