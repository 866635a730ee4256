import { bilingual } from '../bilingual.ts'
import type { Bilingual } from '../bilingual.ts'
import { isoDate, lastDay, slashDate } from '../calendar.ts'
import { categories } from '../company/product-catalogue.ts'
import type { Cell, Table } from '../csv.ts'
import { yuan } from '../csv.ts'
import type { SalesRow } from '../orders/messy-sales.ts'

const headers = [
  bilingual('订单号', 'Order No.'),
  bilingual('订单日期', 'Order Date'),
  bilingual('客户编码', 'Customer Code'),
  bilingual('客户名称', 'Customer Name'),
  bilingual('集团', 'Group'),
  bilingual('产品编码', 'Product Code'),
  bilingual('产品名称', 'Product Name'),
  bilingual('类别', 'Category'),
  bilingual('数量', 'Quantity'),
  bilingual('单价', 'Unit Price'),
  bilingual('金额', 'Amount'),
  bilingual('成本', 'Cost'),
  bilingual('区域', 'Region'),
  bilingual('业务员', 'Salesperson'),
  bilingual('部门', 'Department'),
  bilingual('渠道', 'Channel'),
  bilingual('行业', 'Industry'),
  bilingual('订单状态', 'Order Status'),
]

const statuses = {
  completed: bilingual('已完成', 'Completed'),
  shipped: bilingual('已发货', 'Shipped'),
  returned: bilingual('已退货', 'Returned'),
  cancelled: bilingual('已取消', 'Cancelled'),
}

/** The sales export with its faults, and the line of totals somebody left at its end. */
export function salesTable(rows: readonly SalesRow[]): Table {
  return { headers, rows: [...rows.map(salesCells), totalCells(rows)] }
}

function salesCells(row: SalesRow): Cell[] {
  const { line } = row
  const missing = row.fate === 'customerMissing'
  return [
    line.number,
    row.fate === 'dateInvalid' ? badDate(row.badText) : bilingual(slashDate(line.day), isoDate(line.day)),
    missing ? '' : line.key,
    missing ? '' : line.keyName,
    missing ? '' : (line.account.group ?? ''),
    line.product.code,
    line.product.name,
    categories[line.product.category].name,
    line.quantity,
    yuan(line.unitPriceCents),
    row.fate === 'amountInvalid' ? row.badText : yuan(line.amountCents),
    yuan(line.costCents),
    line.account.city.region,
    line.salesperson.name,
    line.department,
    line.account.channel,
    line.account.industry.name,
    status(row),
  ]
}

function status({ line }: SalesRow): Bilingual {
  if (line.kind === 'cancelled') return statuses.cancelled
  if (line.kind === 'return') return statuses.returned
  return line.day >= lastDay - 9 ? statuses.shipped : statuses.completed
}

function badDate(slashed: string): Bilingual {
  const [year, month = '', day = ''] = slashed.split('/')
  return bilingual(slashed, `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** What a spreadsheet's SUM gives: every number above, cancelled and repeated rows too. */
function totalCells(rows: readonly SalesRow[]): Cell[] {
  const readable = rows.filter(({ fate }) => fate !== 'amountInvalid')
  const quantity = rows.reduce((sum, { line }) => sum + line.quantity, 0)
  const amountCents = readable.reduce((sum, { line }) => sum + line.amountCents, 0)
  const costCents = rows.reduce((sum, { line }) => sum + line.costCents, 0)
  const cells: Cell[] = headers.map(() => '')
  cells[0] = bilingual('合计', 'Total')
  cells[8] = quantity
  cells[10] = yuan(amountCents)
  cells[11] = yuan(costCents)
  return cells
}
