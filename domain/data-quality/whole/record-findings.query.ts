import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { KnownLines } from '../lines/known-lines.ts'

/** One row per kind of records that were taken in and are there now: by which imports. */
export const recordImports = defineQuery({
  name: 'record-imports',
  parameters: z.object({}),
  row: z.object({ kind: z.string(), imports: z.array(z.int()) }),
  sql: `
SELECT kind, arraySort(groupArray(id)) AS imports
FROM (
  SELECT import_event.import_id AS id, argMax(import_event.kind, import_event.sequence) AS kind
  FROM import_event GROUP BY id
  HAVING argMax(import_event.event, import_event.sequence) = 'committed'
)
WHERE kind != 'sales'
GROUP BY kind
`,
})

const Imports = z.array(z.int())

/** One row: sales of customers that no account record names. */
export const unknownAccounts = defineQuery({
  name: 'unknown-accounts',
  parameters: KnownLines.extend({ accounts: Imports }),
  row: z.object({ rows: z.int(), amount: z.number(), examples: z.array(z.string()) }),
  sql: `
SELECT count() AS rows, toFloat64(sum(money)) AS amount,
  arrayMap(e -> e.2, groupArraySorted(5)((-money, who))) AS examples
FROM (
  SELECT customer_key AS key, sum(abs(net_revenue)) AS money, any(sales_line.customer) AS who
  FROM sales_line
  WHERE import_id IN {imports:Array(UInt32)} AND day < toDate32({before:String})
    AND customer_key NOT IN (SELECT account_record.customer_key FROM account_record WHERE account_record.import_id IN {accounts:Array(UInt32)})
  GROUP BY key
)
`,
})

/** One row: sales of products that the table of products does not name. */
export const unknownProducts = defineQuery({
  name: 'unknown-products',
  parameters: KnownLines.extend({ products: Imports }),
  row: z.object({ rows: z.int(), amount: z.number(), examples: z.array(z.string()) }),
  sql: `
SELECT count() AS rows, toFloat64(sum(money)) AS amount,
  arrayMap(e -> e.2, groupArraySorted(5)((-money, what))) AS examples
FROM (
  SELECT sales_line.product AS what, sum(abs(net_revenue)) AS money
  FROM sales_line
  WHERE import_id IN {imports:Array(UInt32)} AND day < toDate32({before:String}) AND sales_line.product != ''
    AND sales_line.product NOT IN (SELECT product.product FROM product WHERE product.import_id IN {products:Array(UInt32)})
  GROUP BY what
)
`,
})

/** One row: lines in a currency for which there is no rate on or before their day. */
export const missingRates = defineQuery({
  name: 'missing-rates',
  parameters: KnownLines.extend({ rates: Imports }),
  row: z.object({ rows: z.int(), amount: z.number(), examples: z.array(z.string()) }),
  sql: `
WITH rated AS (
  SELECT toString(exchange_rate.currency) AS code, min(exchange_rate.day) AS first FROM exchange_rate
  WHERE exchange_rate.import_id IN {rates:Array(UInt32)} GROUP BY code
),
settled AS (
  SELECT DISTINCT toString(exchange_rate.into_currency) AS code FROM exchange_rate
  WHERE exchange_rate.import_id IN {rates:Array(UInt32)}
)
SELECT count() AS rows, toFloat64(sum(abs(l.net_revenue))) AS amount,
  arraySlice(arraySort(groupUniqArray(concat(l.currency, ' ', toString(l.day)))), 1, 5) AS examples
FROM sales_line AS l
LEFT JOIN rated AS r ON r.code = toString(l.currency)
WHERE l.import_id IN {imports:Array(UInt32)} AND l.day < toDate32({before:String}) AND l.currency != ''
  AND toString(l.currency) NOT IN (SELECT code FROM settled)
  AND (r.first IS NULL OR r.first = toDate32('1970-01-01') OR l.day < r.first)
`,
})

/** One row per kind of record and fault of phones, mail addresses and postcodes. */
export const wrongContacts = defineQuery({
  name: 'wrong-contacts',
  parameters: z.object({ accounts: Imports, contacts: Imports }),
  row: z.object({ phones: z.int(), mails: z.int(), generic: z.int(), examples: z.array(z.string()) }),
  sql: `
SELECT
  countIf(is_wrong_phone) AS phones,
  countIf(is_wrong_mail) AS mails,
  countIf(is_generic) AS generic,
  arraySlice(arraySort(groupUniqArrayIf(told, is_wrong_phone OR is_wrong_mail OR is_generic)), 1, 5) AS examples
FROM (
  SELECT
    replaceRegexpAll(normalizeUTF8NFKC(toValidUTF8(number)), '[^0-9]', '') AS digits,
    number != '' AND NOT match(digits, '^(?:0?0?86)?(?:1[3-9][0-9]{9}|0?[1-9][0-9]{8,11}|[2-9][0-9]{6,7}|[48]00[0-9]{7})(?:[0-9]{0,6})$')
      AND NOT match(number, '^\\\\s*(?:\\\\+|00)[1-9]') AS is_wrong_phone,
    mail != '' AND NOT match(mail, '^[^@\\\\s,;]+@[^@\\\\s,;]+\\\\.[^@\\\\s,;.]{2,}$') AS is_wrong_mail,
    match(digits, '^(?:1(?:3800138000|3800000000|3888888888|2345678901)|1?(?:0{7,}|1{7,}|8{7,}|9{7,}))$')
      OR match(lower(mail), '^(?:test|none|null|na|n/a|no|abc|123)@') AS is_generic,
    concat(who, ' ', if(is_wrong_mail OR match(lower(mail), '^(?:test|none|null)'), mail, number)) AS told
  FROM (
    SELECT account_record.customer AS who, account_record.phone AS number, account_record.email AS mail
    FROM account_record WHERE account_record.import_id IN {accounts:Array(UInt32)}
    UNION ALL
    SELECT contact.customer AS who, if(contact.mobile = '', contact.phone, contact.mobile) AS number, contact.email AS mail
    FROM contact WHERE contact.import_id IN {contacts:Array(UInt32)}
  )
)
`,
})
