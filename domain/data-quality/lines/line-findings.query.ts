import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { flaggedLine, LineDoubts } from './flagged-line.ts'

/**
 * SQL: a number that sorts lines by their money, the largest first, and then by row: the bits of a positive number of
 * single precision sort as it does, and numbers are sorted much faster than pairs are.
 */
const largestFirst = `bitShiftLeft(toUInt64(4294967295 - reinterpretAsUInt32(toFloat32(abs(net_revenue)))), 32)
      + toUInt64(row)`

/**
 * One row per import and set of checks that doubt the same lines: how many lines, their money (absolute), the five
 * largest of them, and what decides whether some checks mean anything for the import.
 */
const findings = (isBrief: boolean) =>
  defineQuery({
    name: isBrief ? 'line-findings-in-brief' : 'line-findings',
    parameters: LineDoubts,
    row: z.object({
      importId: z.int(),
      mask: z.int(),
      lines: z.int(),
      amount: z.number(),
      largest: z.array(z.object({ amount: z.number(), row: z.int() })),
      priced: z.int(),
      besideTax: z.int(),
      otherFractions: z.int(),
      daysOfMonth: z.int(),
      withProduct: z.int(),
      withOwner: z.int(),
      withCurrency: z.int(),
    }),
    sql: `
WITH
  ${flaggedLine({ isBrief })}
SELECT
  import_id AS importId,
  mask,
  count() AS lines,
  toFloat64(sum(abs(net_revenue))) AS amount,
  arrayMap(place -> CAST((reinterpretAsFloat32(toUInt32(4294967295 - bitShiftRight(place, 32))),
    bitAnd(place, 4294967295)), 'Tuple(amount Float64, row UInt32)'),
    groupArraySortedIf(5)(${largestFirst}, mask != 0)) AS largest,
  countIf(is_priced) AS priced,
  countIf(is_beside_tax) AS besideTax,
  countIf(is_other_fraction) AS otherFractions,
  groupBitOr(bitShiftLeft(toUInt32(1), toDayOfMonth(day))) AS daysOfMonth,
  countIf(product != '' OR product_name != '') AS withProduct,
  countIf(salesperson != '') AS withOwner,
  countIf(currency != '') AS withCurrency
FROM flagged_line
GROUP BY import_id, mask
`,
  })

export const lineFindings = findings(false)
export const briefLineFindings = findings(true)

export type LineFinding = z.output<(typeof lineFindings)['row']>

/** One row per line that was asked for by import and row, as examples are told. */
export const exampleLines = defineQuery({
  name: 'example-lines',
  parameters: z.object({ imports: z.array(z.int()), rows: z.array(z.int()) }),
  row: z.object({ importId: z.int(), row: z.int(), customer: z.string(), day: z.string(), amount: z.number() }),
  sql: `
SELECT import_id AS importId, row, customer, toString(day) AS day, toFloat64(net_revenue) AS amount
FROM sales_line
WHERE import_id IN {imports:Array(UInt32)} AND row IN {rows:Array(UInt32)}
`,
})
