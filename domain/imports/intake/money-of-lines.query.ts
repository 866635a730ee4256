import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery, defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { currentRows } from '../kinds/current-records.query.ts'
import { recordKindDefinitions } from '../kinds/record-kinds.ts'

/** What money of sales may need beside what the file says. */
export interface MoneyOfLines {
  readonly importId: number
  /** Currency to turn amounts into; '' for none. */
  readonly into: string
  /** Tax that amounts contain, as a share. */
  readonly taxIncluded: number
  /** Whether profit was read as it stands, and not worked out from the cost. */
  readonly isProfitGiven: boolean
  /** Current imports of rates and of products. */
  readonly rates: readonly number[]
  readonly products: readonly number[]
}

const parameters = {
  importId: z.int(),
  into: z.string(),
  rates: z.array(z.int()),
  products: z.array(z.int()),
}

/** The lines of an import, each with the rate of its currency and the cost of its product on its day. */
const pricedLines = `sales_line AS l
  ASOF LEFT JOIN (
    SELECT currency, day AS valid_from, rate FROM (
      SELECT toString(c.currency) AS currency, assumeNotNull(c.day) AS day, argMax(c.rate, (c.import_id, c.row)) AS rate
      FROM ${currentRows(recordKindDefinitions.rates, 'rates')} AS c
      WHERE (c.into_currency = '' OR c.into_currency = {into:String}) AND c.rate > 0
      GROUP BY currency, day
    )
  ) AS r ON r.currency = toString(l.currency) AND l.day >= r.valid_from
  ASOF LEFT JOIN (
    SELECT product, valid_from, unit_cost FROM (
      SELECT c.product AS product, ifNull(c.valid_from, toDate32('1970-01-01')) AS valid_from,
        argMax(c.unit_cost, (c.import_id, c.row)) AS unit_cost
      FROM ${currentRows(recordKindDefinitions.products, 'products')} AS c
      WHERE c.unit_cost IS NOT NULL AND c.product != ''
      GROUP BY product, valid_from
    )
  ) AS p ON p.product = l.product AND l.day >= p.valid_from`

const isForeign = "({into:String} != '' AND l.currency != '' AND l.currency != {into:String})"
const hasRate = 'ifNull(r.rate, 0) > 0'
const hasCost = "(l.gross_profit IS NULL AND l.quantity IS NOT NULL AND p.product != '' AND p.unit_cost IS NOT NULL)"

const needs = defineQuery({
  name: 'money-of-lines',
  parameters: z.object(parameters),
  row: z.object({ convertible: z.int(), withoutRate: z.int(), profitFromProducts: z.int() }),
  sql: `
SELECT countIf(${isForeign} AND ${hasRate}) AS convertible, countIf(${isForeign} AND NOT ${hasRate}) AS withoutRate,
  countIf(${hasCost}) AS profitFromProducts
FROM ${pricedLines}
WHERE l.import_id = {importId:UInt32}
`,
})

export type MoneyNeeds = z.output<(typeof needs)['row']>

/** How many lines of an import would be turned into another currency, lack a rate, or owe their profit to the products. */
export async function moneyNeeds(warehouse: Warehouse, money: MoneyOfLines): Promise<MoneyNeeds> {
  const [found] = await warehouse.rows(needs, setsOf(money))
  return found ?? { convertible: 0, withoutRate: 0, profitFromProducts: 0 }
}

function setsOf({ importId, into, rates, products }: MoneyOfLines) {
  return { importId, into, rates: [...rates], products: [...products] }
}

const factor = `if(${isForeign} AND ${hasRate}, assumeNotNull(r.rate), toDecimal64(1, 6))`
const inMicros = (expression: string): string => `toDecimal64(round(${expression}, 6), 6)`
const net = `(toDecimal128(l.net_revenue, 12) / toDecimal64({divisor:String}, 6))`

const convert = defineStatement({
  name: 'convert-lines',
  parameters: z.object({ ...parameters, to: z.int(), divisor: z.string(), isProfitGiven: z.int() }),
  sql: `
INSERT INTO sales_line
SELECT l.* REPLACE (
  {to:UInt32} AS import_id,
  ${inMicros(`${net} * ${factor}`)} AS net_revenue,
  multiIf(
    l.gross_profit IS NOT NULL AND {isProfitGiven:UInt8} = 1,
      ${inMicros(`toDecimal128(assumeNotNull(l.gross_profit), 12) * ${factor}`)},
    l.gross_profit IS NOT NULL,
      ${inMicros(`(${net} - toDecimal128(l.net_revenue - assumeNotNull(l.gross_profit), 12)) * ${factor}`)},
    ${hasCost},
      ${inMicros(`(${net} * ${factor}) - toDecimal128(assumeNotNull(l.quantity), 6) * toDecimal128(assumeNotNull(p.unit_cost), 12)`)},
    NULL) AS gross_profit,
  if(${isForeign} AND ${hasRate}, {into:String}, toString(l.currency)) AS currency)
FROM ${pricedLines}
WHERE l.import_id = {importId:UInt32}
`,
})

/** Writes the lines of an import once more, under another number, with money that is free of tax and in one currency. */
export function convertLines(warehouse: Warehouse, money: MoneyOfLines & { readonly to: number }): Promise<void> {
  return warehouse.run(convert, {
    ...setsOf(money),
    to: money.to,
    divisor: (1 + money.taxIncluded).toFixed(6),
    isProfitGiven: money.isProfitGiven ? 1 : 0,
  })
}
