import {
  formulaError,
  mojibake,
  oddSigns,
  personalData,
  spreadsheetNumber,
  swallowed,
} from '../checks/text-pattern-lexicon.ts'
import type { BitOf } from '../checks/line-check.ts'
import { isKnown } from './known-lines.ts'
import { packed } from './packed-flags.ts'

const either = (pattern: string): string => `(match(product, ${pattern}) OR match(product_name, ${pattern}))`

/** What can be wrong with a product, by the names of the checks, as SQL over `product_seen`. */
const faults = {
  mojibake: `${either(mojibake)} OR NOT isValidUTF8(concat(product, product_name))`,
  formulaError: either(formulaError),
  oddSigns: either(oddSigns),
  swallowedRows: `match(product_name, ${swallowed})`,
  personalData: `match(product_name, ${personalData})`,
  codeDamaged: `match(product, ${spreadsheetNumber})`,
} as const

/** Common table expressions that end in `product_fault`: what each product usually costs, and what is wrong with it. */
export function productFaults(bitOf: BitOf): string {
  return `product_seen AS (
    SELECT
      cityHash64(sales_line.product, sales_line.product_name) AS product_key,
      any(sales_line.product) AS product,
      any(sales_line.product_name) AS product_name,
      countIf(kind = 'sale' AND net_revenue > 0 AND ifNull(quantity, 0) > 0) AS priced,
      quantileExactIf(toFloat64(net_revenue) / toFloat64(ifNull(quantity, 1)),
        kind = 'sale' AND net_revenue > 0 AND ifNull(quantity, 0) > 0) AS price
    FROM sales_line
    WHERE ${isKnown} AND (sales_line.product != '' OR sales_line.product_name != '')
    GROUP BY product_key
  ),
  product_fault AS (
    SELECT product_key, priced, price, ${packed(faults, bitOf)} AS faults
    FROM product_seen
  )`
}
