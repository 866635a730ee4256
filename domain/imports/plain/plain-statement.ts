import type { SalesField } from '@vitalfew/contract/imports.ts'
import type { SalesFilePlan } from '../plan-sales-file.ts'
import { literals, plainDay, plainNumber, plainText, presentText } from './plain-conditions.ts'

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

const columnNames: Readonly<Record<(typeof textFields)[number], string>> = {
  customer: 'customer',
  customerName: 'customer_name',
  parent: 'parent',
  creditCode: 'credit_code',
  orderNumber: 'order_number',
  product: 'product',
  productName: 'product_name',
  category: 'category',
  currency: 'currency',
  salesperson: 'salesperson',
  region: 'region',
  department: 'department',
  channel: 'channel',
  industry: 'industry',
  orderStatus: 'status',
}

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
  if (!isOfPlainKind(plan)) return null
  const structure = plan.headers.map((_, index) => `raw${index} String`).join(', ')
  const trimmed = [...new Set(Object.values(columns))]
    .map((column) => `trimBoth(raw${column}) AS c${column}`)
    .join(', ')
  const cells = plan.headers.map((_, index) => `raw${index}`).join(', ')
  const figures = figureExpressions(plan)
  const format = `SETTINGS format_csv_delimiter = '${source.delimiter === '\t' ? '\\t' : source.delimiter}'
FORMAT CSV`
  return {
    lines: ({ importId, firstRow, isSpotless }) => `INSERT INTO sales_line
SELECT ${importId} AS import_id, ${firstRow} + row_in_chunk AS row, cityHash64(customer) AS customer_key, customer,
  customer_name, parent, credit_code, day, if(net_revenue < 0, 'return', 'sale') AS kind, order_number, product,
  product_name, category, quantity, net_revenue, gross_profit, currency, salesperson, region, department, channel,
  industry, status
FROM (
  SELECT rowNumberInAllBlocks() AS row_in_chunk, ${textExpressions(plan)},
    ${figures},
    ${isPlain(plan, { ordinary, isSpotless })} AS is_plain
  FROM (SELECT ${trimmed} FROM input('${structure}'))
)
WHERE is_plain
${format}`,
    others: ({ importId, firstRow, isSpotless }) => `INSERT INTO staged_row
SELECT ${importId} AS import_id, ${firstRow} + row_in_chunk AS row, cells
FROM (
  SELECT rowNumberInAllBlocks() AS row_in_chunk, [${cells}] AS cells,
    ${figures},
    ${isPlain(plan, { ordinary, isSpotless })} AS is_plain
  FROM (SELECT *, ${trimmed} FROM input('${structure}'))
)
WHERE NOT is_plain
${format}`,
  }
}

function isOfPlainKind({ columns, units, decimalMarks, source }: SalesFilePlan): boolean {
  return (
    source.delimiter !== null &&
    Object.keys(columns).every((field) => [...plainFields].some((plain) => plain === field)) &&
    Object.values(units).every((unit) => unit === 1) &&
    Object.values(decimalMarks).every((mark) => mark === '.')
  )
}

function textExpressions({ columns, currency }: SalesFilePlan): string {
  return textFields
    .map((field) => {
      const column = columns[field]
      const name = columnNames[field]
      if (column !== undefined) return `${textOf(`c${column}`, field)} AS ${name}`
      return field === 'currency' ? `'${currency.replaceAll(/[^A-Z]/g, '')}' AS ${name}` : `'' AS ${name}`
    })
    .join(', ')
}

/** An identifier that a spreadsheet has turned into a float, 17850.0, is 17850. */
function textOf(cell: string, field: SalesField): string {
  if (!identifierFields.has(field)) return cell
  const whole = `substring(${cell}, 1, length(${cell}) - 2)`
  return `if(endsWith(${cell}, '.0') AND isNotNull(toUInt64OrNull(${whole})), ${whole}, ${cell})`
}

function figureExpressions(plan: SalesFilePlan): string {
  const { date, quantity } = plan.columns
  return `toDate32OrNull(substring(c${date ?? 0}, 1, 10)) AS day,
    ${moneyOf(plan).expressions},
    ${quantity === undefined ? 'NULL' : `toDecimal64OrNull(c${quantity}, 6)`} AS quantity`
}

function isPlain(plan: SalesFilePlan, about: { ordinary: OrdinaryTexts; isSpotless: boolean }): string {
  const { columns } = plan
  const { date, customer, quantity, orderStatus, returnFlag } = columns
  const texts = textFields.flatMap((field) => {
    const column = columns[field]
    if (column === undefined) return []
    const cell = `c${column}`
    return [
      ...(about.isSpotless ? [] : [plainText(cell)]),
      ...(namingFields.has(field) ? [presentText(cell, about.isSpotless)] : []),
    ]
  })
  return [
    plainDay(`c${date ?? 0}`),
    ...moneyOf(plan).conditions,
    ...(quantity === undefined ? [] : [`(c${quantity} = '' OR ${plainNumber(`c${quantity}`)})`]),
    `c${customer ?? 0} != ''`,
    ...(orderStatus === undefined ? [] : [`has(${literals(about.ordinary.orderStatus)}, c${orderStatus})`]),
    ...(returnFlag === undefined ? [] : [`has(${literals(about.ordinary.returnFlag)}, c${returnFlag})`]),
    ...texts,
  ]
    .map((condition) => `ifNull(${condition}, 0)`)
    .join('\n      AND ')
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
