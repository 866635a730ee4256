import type { SalesField } from '@vitalfew/contract/imports.ts'
import type { SalesFilePlan } from '../plan-sales-file.ts'
import { firstSalesDay, lastSalesDay } from '../values/calendar.ts'
import { placeholders } from '../values/placeholders.ts'

/** What the engine is told to make of a plain file; every statement reads the same cells and the same conditions. */
export interface PlainStatements {
  /** Inserts the rows the engine reads with certainty. */
  readonly lines: (at: ChunkPlace) => string
  /** Puts all other rows aside, cell by cell. */
  readonly others: (at: ChunkPlace) => string
}

export interface ChunkPlace {
  readonly importId: number
  readonly firstRow: number
  /** Nothing in the chunk makes a text doubtful: only absent values need to be looked for. */
  readonly isSpotless: boolean
}

/** Texts of the status and return-flag columns that are known to mark nothing but an ordinary sale. */
export interface OrdinaryTexts {
  readonly orderStatus: readonly string[]
  readonly returnFlag: readonly string[]
}

const identifierFields: ReadonlySet<SalesField> = new Set(['customer', 'orderNumber', 'product', 'creditCode'])
/** Fields in which "unknown" and "total" are no values but absences; a row with one is left to the careful reader. */
const namingFields: ReadonlySet<SalesField> = new Set(['customer', 'customerName', 'parent', 'creditCode'])
const textFields = [
  'customer',
  'customerName',
  'parent',
  'creditCode',
  'orderNumber',
  'product',
  'productName',
  'category',
  'currency',
  'salesperson',
  'region',
  'department',
  'channel',
  'industry',
  'orderStatus',
] as const satisfies readonly SalesField[]

/** Fields the engine can read by itself; a file that uses another one is read the careful way. */
const plainFields: ReadonlySet<SalesField> = new Set<SalesField>([
  ...textFields,
  'date',
  'amount',
  'quantity',
  'unitPrice',
  'grossProfit',
  'cost',
  'returnFlag',
])

/** The statements for a planned file, or null when some column is not of the plain kind. */
export function plainStatements(plan: SalesFilePlan, ordinary: OrdinaryTexts): PlainStatements | null {
  const { columns, source } = plan
  const fields = Object.keys(columns)
  const hasUnit = Object.values(plan.units).some((unit) => unit !== 1)
  const hasComma = Object.values(plan.decimalMarks).some((mark) => mark === ',')
  if (!fields.every((field) => [...plainFields].some((plain) => plain === field))) return null
  if (hasUnit || hasComma || source.delimiter === null) return null
  const structure = plan.headers.map((_, index) => `raw${index} String`).join(', ')
  const cell = (field: SalesField): string => (columns[field] === undefined ? "''" : `c${columns[field]}`)
  const trimmed = [...new Set(Object.values(columns))]
    .map((column) => `trimBoth(raw${column}) AS c${column}`)
    .join(', ')
  const text = (field: SalesField): string =>
    identifierFields.has(field) && columns[field] !== undefined
      ? `if(endsWith(${cell(field)}, '.0') AND isNotNull(toUInt64OrNull(substring(${cell(field)}, 1, length(${cell(field)}) - 2))),
            substring(${cell(field)}, 1, length(${cell(field)}) - 2), ${cell(field)})`
      : cell(field)
  const money = moneyOf(plan)
  const expressions = `
    toDate32OrNull(substring(${cell('date')}, 1, 10)) AS day,
    ${money.expressions},
    ${columns.quantity === undefined ? 'NULL' : `toDecimal64OrNull(${cell('quantity')}, 6)`} AS quantity`
  const conditions = [
    dayCondition(cell('date')),
    ...money.conditions,
    ...(columns.quantity === undefined ? [] : [`(${cell('quantity')} = '' OR ${plainNumber(cell('quantity'))})`]),
    `${cell('customer')} != ''`,
    ...(columns.orderStatus === undefined ? [] : [`has(${list(ordinary.orderStatus)}, ${cell('orderStatus')})`]),
    ...(columns.returnFlag === undefined ? [] : [`has(${list(ordinary.returnFlag)}, ${cell('returnFlag')})`]),
  ]
  const texts = textFields.filter((field) => columns[field] !== undefined)
  const isPlain = (isSpotless: boolean): string =>
    [
      ...conditions,
      ...texts.flatMap((field) => (isSpotless ? [] : [plainText(cell(field))])),
      ...texts.flatMap((field) => (namingFields.has(field) ? [presentText(cell(field), isSpotless)] : [])),
    ]
      .map((condition) => `ifNull(${condition}, 0)`)
      .join('\n      AND ')
  const format = `SETTINGS format_csv_delimiter = '${source.delimiter === '\t' ? '\\t' : source.delimiter}'
FORMAT CSV`
  return {
    lines: ({ importId, firstRow, isSpotless }) => `INSERT INTO sales_line
SELECT ${importId} AS import_id, ${firstRow} + row_in_chunk AS row, cityHash64(customer) AS customer_key, customer,
  customer_name, parent, credit_code, day, if(net_revenue < 0, 'return', 'sale') AS kind, order_number, product,
  product_name, category, quantity, net_revenue, gross_profit, currency, salesperson, region, department, channel,
  industry, status
FROM (
  SELECT rowNumberInAllBlocks() AS row_in_chunk, ${text('customer')} AS customer, ${text('customerName')} AS customer_name,
    ${text('parent')} AS parent, ${text('creditCode')} AS credit_code, ${text('orderNumber')} AS order_number,
    ${text('product')} AS product, ${text('productName')} AS product_name, ${text('category')} AS category,
    ${columns.currency === undefined ? `'${plan.currency.replaceAll(/[^A-Z]/g, '')}'` : text('currency')} AS currency,
    ${text('salesperson')} AS salesperson, ${text('region')} AS region, ${text('department')} AS department,
    ${text('channel')} AS channel, ${text('industry')} AS industry, ${text('orderStatus')} AS status,
    ${expressions},
    ${isPlain(isSpotless)} AS is_plain
  FROM (SELECT ${trimmed} FROM input('${structure}'))
)
WHERE is_plain
${format}`,
    others: ({ importId, firstRow, isSpotless }) => `INSERT INTO staged_row
SELECT ${importId} AS import_id, ${firstRow} + row_in_chunk AS row, cells
FROM (
  SELECT rowNumberInAllBlocks() AS row_in_chunk, [${plan.headers.map((_, index) => `raw${index}`).join(', ')}] AS cells,
    ${expressions},
    ${isPlain(isSpotless)} AS is_plain
  FROM (SELECT *, ${trimmed} FROM input('${structure}'))
)
WHERE NOT is_plain
${format}`,
  }
}

interface MoneyExpressions {
  readonly expressions: string
  readonly conditions: readonly string[]
}

function moneyOf(plan: SalesFilePlan): MoneyExpressions {
  const { columns } = plan
  const profit = profitOf(plan)
  if (columns.amount !== undefined) {
    return {
      expressions: `toDecimal64OrNull(c${columns.amount}, 6) AS net_revenue, ${profit.expressions}`,
      conditions: [plainNumber(`c${columns.amount}`), ...profit.conditions],
    }
  }
  const quantity = `c${columns.quantity ?? 0}`
  const price = `c${columns.unitPrice ?? 0}`
  return {
    expressions: `toDecimal128OrNull(${price}, 6) * toInt64OrNull(${quantity}) AS product_of_price,
    accurateCastOrNull(product_of_price, 'Decimal(18, 6)') AS net_revenue, ${profit.expressions}`,
    conditions: [
      plainNumber(price),
      `isNotNull(toInt64OrNull(${quantity}))`,
      'abs(product_of_price) <= 9000000000000',
      ...profit.conditions,
    ],
  }
}

function profitOf({ columns }: SalesFilePlan): MoneyExpressions {
  if (columns.grossProfit !== undefined) {
    const cell = `c${columns.grossProfit}`
    return {
      expressions: `toDecimal64OrNull(${cell}, 6) AS gross_profit`,
      conditions: [`(${cell} = '' OR ${plainNumber(cell)})`],
    }
  }
  if (columns.cost !== undefined) {
    const cell = `c${columns.cost}`
    return {
      expressions: `toDecimal64OrNull(${cell}, 6) AS cost,
    if(net_revenue < 0 AND cost > 0, net_revenue + cost, net_revenue - cost) AS gross_profit`,
      conditions: [`(${cell} = '' OR (${plainNumber(cell)} AND abs(gross_profit) <= 9000000000000))`],
    }
  }
  return { expressions: 'NULL AS gross_profit', conditions: [] }
}

/** Digits with at most one point and six decimals, within what an amount may be; the engine would cut a seventh off. */
function plainNumber(cell: string): string {
  return `abs(toDecimal64OrNull(${cell}, 6)) <= 9000000000000 AND positionCaseInsensitive(${cell}, 'e') = 0
        AND NOT startsWith(${cell}, '+') AND (position(${cell}, '.') = 0 OR length(${cell}) - position(${cell}, '.') <= 6)`
}

/** An ISO day, alone or before a time of day. The engine reads 30 February as 1 March: the written day must come back. */
function dayCondition(cell: string): string {
  return `day BETWEEN toDate32(${firstSalesDay}) AND toDate32(${lastSalesDay})
      AND toDayOfMonth(day) = toUInt8OrZero(substring(${cell}, 9, 2)) AND substring(${cell}, 5, 1) = '-'
      AND substring(${cell}, 8, 1) = '-'
      AND (length(${cell}) = 10
           OR match(substring(${cell}, 11), '^[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.][0-9]+)?)?$'))`
}

/** Characters that a text must not have to be taken as it stands; cleaning them is the careful reader's work. */
const disguises = ['\u00A0', '\u1680', '\u00AD', '\u3000', '\uFEFF', ...invisible()].map((sign) => literal(sign))

function invisible(): string[] {
  const ranges: [number, number][] = [
    [0x2000, 0x200f],
    [0x2028, 0x202f],
    [0x205f, 0x2060],
  ]
  return ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index)),
  )
}

/** Beginnings that make a text something else than it shows: a formula, a protective apostrophe. */
const doubtfulStarts = ['=', "'", '＝'].map(literal)
/** First bytes of full-width signs. */
const fullWidth = "['\\xEF\\xBC', '\\xEF\\xBD']"

function plainText(cell: string): string {
  return `${doubtfulStarts.map((start) => `NOT startsWith(${cell}, ${start})`).join(' AND ')}
        AND (isValidASCII(${cell}) OR NOT multiSearchAny(${cell}, [${disguises.join(', ')}]))`
}

/** A name that is neither "unknown" nor "total", or nothing at all. */
function presentText(cell: string, isSpotless: boolean): string {
  const absent = `length(${cell}) <= ${longestPlaceholder} AND lower(${cell}) IN (${[...placeholders].map(literal).join(', ')})`
  const doubtful = `multiSearchAny(substring(${cell}, 1, if(lengthUTF8(${cell}) <= 4, 16, 3)), ${fullWidth})
          OR multiSearchAnyCaseInsensitive(${cell}, ['计', '計', 'total', 'sum', 'ｔｏｔ', 'ｓｕｍ', 'Ｔ', 'Ｓ'])`
  return `(${cell} = '' OR NOT (${absent})${isSpotless ? '' : ` AND NOT (${doubtful})`})`
}

const longestPlaceholder = Math.max(...[...placeholders].map((text) => Buffer.byteLength(text)))

function list(texts: readonly string[]): string {
  return texts.length === 0 ? "['']" : `[${texts.map(literal).join(', ')}]`
}

/** A text as a literal of the engine's SQL. */
function literal(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
