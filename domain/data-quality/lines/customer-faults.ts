import {
  anyOf,
  creditCode,
  formulaError,
  internalCustomer,
  legalForm,
  mojibake,
  noCode,
  notLetters,
  oddSigns,
  relatedCompany,
  spreadsheetNumber,
  swallowed,
  testCustomer,
  totalWord,
  walkInCustomer,
} from '../checks/text-pattern-lexicon.ts'
import type { BitOf } from '../checks/line-check.ts'
import { isKnown } from './known-lines.ts'
import { packed } from './packed-flags.ts'

const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** Weights of the first 17 signs of a credit code: powers of 3 modulo 31 (GB 32100-2015). */
const weights = Array.from({ length: 17 }, (_, index) => 3 ** index % 31)

const isCodeWrong = `(NOT match(code, ${creditCode}) OR
    (31 - arraySum(place -> (toInt32(position('${signs}', substring(code, place, 1))) - 1)
      * [${weights.join(', ')}][place], range(1, 18)) % 31) % 31
    != toInt32(position('${signs}', substring(code, 18, 1))) - 1)`

const eitherName = (pattern: string): string => `(match(customer, ${pattern}) OR match(customer_name, ${pattern}))`

const isCoded = "code != '' AND NOT (is_code_empty OR accounts_of_code >= 5)"
const isNamed = 'lengthUTF8(plain_name) >= 4'

/** Whether a name is worth a closer look: one pattern in place of many, for nearly all names are in order. */
const isSuspicious = `match(concat(customer, '\\n', customer_name), ${anyOf([
  totalWord,
  testCustomer,
  internalCustomer,
  walkInCustomer,
  relatedCompany,
  mojibake,
  formulaError,
  oddSigns,
  swallowed,
  spreadsheetNumber,
])}) OR NOT isValidUTF8(concat(customer, customer_name))`

const textFaults = {
  totalAsLine: eitherName(totalWord),
  testCustomer: eitherName(testCustomer),
  internalCustomer: eitherName(internalCustomer),
  walkInCustomer: eitherName(walkInCustomer),
  relatedCustomer: eitherName(relatedCompany),
  mojibake: `${eitherName(mojibake)} OR NOT isValidUTF8(concat(customer, customer_name))`,
  formulaError: eitherName(formulaError),
  oddSigns: eitherName(oddSigns),
  swallowedRows: eitherName(swallowed),
  codeDamaged: `match(customer, ${spreadsheetNumber})`,
} as const

/** What can be wrong with the codes of a customer, by the names of the checks, as SQL over `customer_compared`. */
const codeFaults = {
  genericCode: "code != '' AND (is_code_empty OR accounts_of_code >= 5)",
  creditCodeShared: `${isCoded} AND accounts_of_code > 1`,
  creditCodeInvalid: `${isCoded} AND match(concat(customer, customer_name), '\\\\p{Han}') AND ${isCodeWrong}`,
  nameWithTwoCodes: `${isNamed} AND codes_of_name > 1`,
  duplicateCustomer: `${isNamed} AND accounts_of_name > 1`,
  lostZeros: "digits != '' AND length(customer) < longest_digits",
} as const

/**
 * SQL: the logarithm of an amount is in line with all data but lies six standard deviations, and at least ten times,
 * above the other sales of its customer. `of` has the number, sum and sum of squares of the logarithms of all its sales.
 */
export function isUnusual(amount: string, of: string): string {
  const others = `(${of}.sales - 1)`
  const usual = `(${of}.log_sum - ${amount}) / ${others}`
  const variance = `(${of}.log_squares - pow(${amount}, 2)) / ${others} - pow(${usual}, 2)`
  return `(${amount} <= {largest:Float64}
        AND ${amount} - ${usual} > greatest(log(10), 6 * sqrt(greatest(0, ${variance}))))`
}

/**
 * Common table expressions that end in `customer_fault`: the customers of the lines looked at of whom anything is in
 * doubt, whatever their lines say, or who have an unusual sale: where any is, their largest that is in line with all data
 * is, for it lies farther above sales that spread less. Customers that belong to one account are one customer here.
 */
export function customerFaults(bitOf: BitOf): string {
  return `current_membership AS (
    SELECT customer_key, argMax(membership.account_key, sequence) AS account_key
    FROM membership
    WHERE sequence <= {membershipSequence:UInt64}
    GROUP BY customer_key
  ),
  customer_seen AS (
    SELECT
      customer_key,
      any(sales_line.customer) AS customer,
      max(sales_line.customer_name) AS customer_name,
      upper(max(sales_line.credit_code)) AS code,
      countIf(kind = 'sale' AND net_revenue > 0) AS sales,
      sumIf(log(toFloat64(net_revenue)), kind = 'sale' AND net_revenue > 0) AS log_sum,
      sumIf(pow(log(toFloat64(net_revenue)), 2), kind = 'sale' AND net_revenue > 0) AS log_squares,
      maxIf(log(toFloat64(net_revenue)), kind = 'sale' AND net_revenue > 0
        AND log(toFloat64(net_revenue)) <= {largest:Float64}) AS largest_log
    FROM sales_line
    WHERE ${isKnown}
    GROUP BY customer_key
  ),
  customer_named AS (
    SELECT
      s.customer_key AS customer_key, s.customer AS customer, s.customer_name AS customer_name, s.code AS code,
      s.sales AS sales, s.log_sum AS log_sum, s.log_squares AS log_squares,
      s.largest_log AS largest_log,
      if(m.account_key = 0, s.customer_key, m.account_key) AS account_key,
      replaceRegexpOne(replaceRegexpAll(lowerUTF8(normalizeUTF8NFKC(toValidUTF8(
        if(s.customer_name = '', s.customer, s.customer_name)))), ${notLetters}, ''), ${legalForm}, '') AS plain_name,
      if(match(s.customer, '^[0-9]+$'), trimLeft(s.customer, '0'), '') AS digits,
      replaceAll(code, substring(code, 1, 1), '') = '' OR code IN (${noCode}) AS is_code_empty
    FROM customer_seen AS s
    LEFT JOIN current_membership AS m ON m.customer_key = s.customer_key
  ),
  customer_compared AS (
    SELECT
      *,
      uniqExact(account_key) OVER (PARTITION BY code) AS accounts_of_code,
      uniqExact(account_key) OVER (PARTITION BY plain_name) AS accounts_of_name,
      uniqExactIf(code, code != '') OVER (PARTITION BY plain_name) AS codes_of_name,
      max(length(customer)) OVER (PARTITION BY digits) AS longest_digits
    FROM customer_named
  ),
  customer_fault AS (
    SELECT
      customer_key, sales, log_sum, log_squares,
      ${packed(codeFaults, bitOf)} + if(${isSuspicious}, ${packed(textFaults, bitOf)}, 0) AS faults
    FROM customer_compared
    WHERE faults != 0 OR (sales >= 10 AND ${isUnusual('largest_log', 'customer_compared')})
  )`
}
