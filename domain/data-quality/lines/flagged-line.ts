import { z } from 'zod'
import { lineChecks } from '../checks/line-checks.ts'
import { isBesideTaxRatio, isOtherFraction, isPricedLine } from '../checks/money-checks.ts'
import { customerFaults } from './customer-faults.ts'
import { KnownLines } from './known-lines.ts'
import { productFaults } from './product-faults.ts'
import { disputedKeys, repeatedLines } from './repeated-lines.ts'

const Texts = z.array(z.string())

/** What the conditions of the line checks are asked with: what only all lines together can tell. */
export const LineDoubts = KnownLines.extend({
  membershipSequence: z.int(),
  today: z.iso.date(),
  /** Logarithm of the largest amount that is in line. */
  largest: z.number(),
  /** Before it nothing is expected. */
  earliest: z.iso.date(),
  /** What most lines are in; '' where none says. */
  currency: z.string(),
  /** Import × 1 000 000 + year and month, of those whose amounts are in another unit. */
  oddSlices: z.array(z.int()),
  regions: Texts,
  departments: Texts,
  channels: Texts,
  categories: Texts,
  salespeople: Texts,
  industries: Texts,
})
export type LineDoubts = z.infer<typeof LineDoubts>

/** SQL: the bits of all checks of a line itself; conditions that few lines meet are looked at together, on those alone. */
function ownMask(isBrief: boolean): string {
  const bits = lineChecks.flatMap(({ condition, onlyWhere = '', isCostly }, bit) =>
    condition === undefined || (isBrief && isCostly === true)
      ? []
      : [{ onlyWhere, sql: `bitShiftLeft(toUInt64(${condition}), ${bit})` }],
  )
  return [...Map.groupBy(bits, ({ onlyWhere }) => onlyWhere)]
    .map(([onlyWhere, own]) => {
      const sum = own.map(({ sql }) => sql).join('\n        + ')
      return onlyWhere === '' ? sum : `if(${onlyWhere}, ${sum}, 0)`
    })
    .join('\n        + ')
}

function bitOf(check: string): number {
  const bit = lineChecks.findIndex(({ name }) => name === check)
  if (bit === -1) throw new RangeError(`check: no line check is called ${check}`)
  return bit
}

/**
 * Common table expressions that end in `flagged_line`: every line looked at, with a bit for each check that doubts it,
 * in the order of `lineChecks`. Conditions are joined once for all checks, so that money in doubt for several reasons is
 * counted once. Left brief, the checks that compare all lines once more are left out.
 */
export function flaggedLine({ isBrief } = { isBrief: false }): string {
  return `${customerFaults(bitOf)},
  ${productFaults(bitOf)},
  ${repeatedLines({ isBrief })},
  ${disputedKeys},
  flagged_line AS (
    SELECT
      l.import_id AS import_id, l.row AS row, l.customer_key AS customer_key, l.customer AS customer, l.day AS day,
      l.kind AS kind, l.order_number AS order_number, l.product AS product, l.product_name AS product_name,
      l.category AS category, l.quantity AS quantity, l.net_revenue AS net_revenue, l.currency AS currency,
      l.salesperson AS salesperson, l.region AS region, l.department AS department, l.channel AS channel,
      l.industry AS industry, l.customer_name AS customer_name, l.credit_code AS credit_code,
      ${isPricedLine} AS is_priced,
      ${isBesideTaxRatio} AS is_beside_tax,
      ${isOtherFraction} AS is_other_fraction,
      bitOr(bitOr(c.faults, p.faults), ${ownMask(isBrief)}) AS mask
    FROM sales_line AS l
    LEFT ANY JOIN customer_fault AS c ON c.customer_key = l.customer_key
    LEFT ANY JOIN product_fault AS p ON p.product_key = cityHash64(l.product, l.product_name)
    LEFT ANY JOIN repeated_line AS r ON r.id = toUInt64(l.import_id) * 4294967296 + l.row
    WHERE l.import_id IN {imports:Array(UInt32)} AND l.day < toDate32({before:String})
  )`
}
