import { SourceLine } from '@vitalfew/contract/api/account-page.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import type { Viewer } from '../../access/index.ts'
import type { AccountSources } from '../list/selected-accounts.ts'
import { lineParameters, linesOfAccount } from './account-lines.ts'
import { cutColumns, type SalesCut } from './sales-cuts.ts'
import { type AccountWanted, visibleAccount } from './visible-account.ts'

const AnyParameters = z.record(z.string(), z.unknown())

interface Paged {
  readonly page: number
  readonly pageSize: number
}

const ofPage = ({ page, pageSize }: Paged) => ({ limit: pageSize, offset: (page - 1) * pageSize })

const Order = z.object({
  orderNumber: z.string(),
  day: z.iso.date(),
  lines: z.int(),
  netRevenue: z.number(),
  grossProfit: z.number().nullable(),
  returns: z.number(),
  total: z.int(),
})

/** The orders of an account, the newest first; without order numbers a day is an order. */
export async function accountOrders(viewer: Viewer, sources: AccountSources, request: AccountWanted & Paged) {
  const { run, key, seesProfit } = await visibleAccount(viewer, sources, request)
  const query = defineQuery({
    name: 'account-orders',
    parameters: AnyParameters,
    row: Order,
    sql: `
SELECT l.order_number AS orderNumber, toString(min(l.day)) AS day, count() AS lines,
  toFloat64(sum(l.net_revenue)) AS netRevenue, toFloat64(sumOrNull(l.gross_profit)) AS grossProfit,
  toFloat64(-sumIf(l.net_revenue, l.kind = 'return')) AS returns, count() OVER () AS total
${linesOfAccount} AND l.kind != 'cancelled'
GROUP BY l.order_number, if(l.order_number = '', l.day, NULL)
ORDER BY day DESC, orderNumber DESC
LIMIT {limit:UInt32} OFFSET {offset:UInt64}`,
  })
  const rows = await sources.warehouse.rows(query, { ...lineParameters(run, key), ...ofPage(request) })
  return {
    rows: rows.map(({ total: _total, ...row }) => ({ ...row, grossProfit: seesProfit ? row.grossProfit : null })),
    total: rows[0]?.total ?? 0,
  }
}

export interface AccountLines extends AccountWanted, Paged {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly kind?: 'sale' | 'return' | 'cancelled' | undefined
  readonly orderNumber?: string | undefined
  readonly cut?: SalesCut | undefined
  readonly value?: string | undefined
  readonly sort: 'day' | 'netRevenue'
}

const Line = SourceLine.omit({ file: true }).extend({ total: z.int(), sum: z.number() })

/** The rows of the files that a figure of an account was made from, with the number they have in their file. */
export async function accountLines(viewer: Viewer, sources: AccountSources, request: AccountLines) {
  const { run, key, seesProfit } = await visibleAccount(viewer, sources, request)
  const query = defineQuery({
    name: 'account-lines',
    parameters: AnyParameters,
    row: Line,
    sql: `
SELECT l.import_id AS importId, l.row AS row, toString(l.day) AS day, l.kind AS kind, l.customer AS customer,
  l.customer_name AS customerName, l.order_number AS orderNumber, l.product AS product, l.product_name AS productName,
  l.category AS category, toFloat64(l.quantity) AS quantity, toFloat64(l.net_revenue) AS netRevenue,
  toFloat64(l.gross_profit) AS grossProfit, l.department AS department, l.region AS region, l.salesperson AS salesperson,
  l.channel AS channel, l.status AS status, count() OVER () AS total,
  toFloat64(sumIf(l.net_revenue, l.kind != 'cancelled') OVER ()) AS sum
${linesOfAccount}${lineConditions(request)}
ORDER BY ${request.sort === 'day' ? 'l.day DESC' : 'abs(l.net_revenue) DESC'}, l.import_id, l.row
LIMIT {limit:UInt32} OFFSET {offset:UInt64}`,
  })
  const { from = '', to = '', kind = '', orderNumber = '', value = '' } = request
  const conditions = { from, to, kind, orderNumber, value }
  const parameters = { ...lineParameters(run, key), ...ofPage(request), ...conditions }
  const rows = await sources.warehouse.rows(query, parameters)
  const files = await fileNames(sources, new Set(rows.map(({ importId }) => importId)))
  return {
    rows: rows.map(({ total: _total, sum: _sum, ...row }) => ({
      ...row,
      file: files.get(row.importId) ?? '',
      grossProfit: seesProfit ? row.grossProfit : null,
    })),
    total: rows[0]?.total ?? 0,
    netRevenue: rows[0]?.sum ?? 0,
  }
}

function lineConditions({ from, to, kind, orderNumber, cut, value }: AccountLines): string {
  return [
    ...(from === undefined ? [] : ['l.day >= toDate32({from:String})']),
    ...(to === undefined ? [] : ['l.day <= toDate32({to:String})']),
    ...(kind === undefined ? [] : ['toString(l.kind) = {kind:String}']),
    ...(orderNumber === undefined ? [] : ['l.order_number = {orderNumber:String}']),
    ...(cut === undefined || value === undefined ? [] : [`${cutColumns[cut]} = {value:String}`]),
  ]
    .map((condition) => ` AND ${condition}`)
    .join('')
}

const filesOfImports = defineQuery({
  name: 'files-of-imports',
  parameters: z.object({ imports: z.array(z.int()) }),
  row: z.object({ id: z.int(), file: z.string() }),
  sql: `SELECT import_id AS id, any(file) AS file FROM import_event WHERE import_id IN {imports:Array(UInt32)} GROUP BY id`,
})

async function fileNames({ warehouse }: AccountSources, imports: ReadonlySet<number>): Promise<Map<number, string>> {
  if (imports.size === 0) return new Map()
  const rows = await warehouse.rows(filesOfImports, { imports: [...imports] })
  return new Map(rows.map(({ id, file }) => [id, file]))
}
