import type { SetAsideReason } from '@vitalfew/contract/imports.ts'
import type { SalesFilePlan } from '../plan-sales-file.ts'
import { dateParts } from '../values/date-parts.ts'
import { parseAmount } from '../values/parse-amount.ts'

/** Whether a row that gives no sale is no data at all: blank, a total, the header again, a title or a signature line. */
export function setAsideReason(cells: readonly string[], plan: SalesFilePlan): SetAsideReason | null {
  const filled = cells.filter((cell, column) => column >= plan.returnedColumns && isFilled(cell))
  if (filled.length === 0) return 'blankRow'
  if (isHeaderAgain(cells, plan)) return 'headerRow'
  if (isTotal(cells, { filled, plan })) return 'totalRow'
  return isTitle(filled, plan) ? 'titleRow' : null
}

function isFilled(cell: string): boolean {
  return cell !== '' && cell.trim() !== ''
}

function isHeaderAgain(cells: readonly string[], { headers, columns }: SalesFilePlan): boolean {
  const date = columns.date ?? -1
  if ((cells[date] ?? '').trim() !== headers[date]) return false
  const own = Object.values(columns)
  const same = own.filter((column) => (cells[column] ?? '').trim() === headers[column])
  return same.length * 2 > own.length
}

function isTotal(cells: readonly string[], row: { filled: readonly string[]; plan: SalesFilePlan }): boolean {
  const { columns } = row.plan
  const labels = [row.filled[0], row.filled[1], ...labelFields.map((field) => cells[columns[field] ?? -1])]
  const dated = () => dateParts(cells[columns.date ?? -1] ?? '') !== null
  return labels.some((label) => label !== undefined && (isTotalWord(label) || (isTotalPhrase(label) && !dated())))
}

const labelFields = [
  'customer',
  'customerName',
  'date',
  'orderNumber',
  'product',
  'productName',
  'salesperson',
  'region',
  'department',
] as const

/** A cell that says nothing but "total": 合 计, 本页小计:, Grand Total. */
export function isTotalWord(cell: string): boolean {
  return cell.length <= 40 && mayBeTotal.test(cell) && totalWord.test(bare(cell))
}

/** Spares most cells the trouble of being normalised. */
const mayBeTotal = /[计計]|total|sum|[\uff00-\uffef]/i
const totalWord =
  /^(?:(?:本|当|单)?(?:页|月|日|周|季度?|年度?|旬)|按?(?:部门|客户|区域|产品|商品|业务员|期间|全部|总))?(?:合计|小计|总计|共计|累计|总合计|合计数)(?:金额|数量|行)?$|^(?:grand|sub|page|sheet|report|overall|running)?-?totals?$|^sum(?:me)?$/

/** A cell that ends or begins with "total": 华东区 小计, Total for March. */
export function isTotalPhrase(cell: string): boolean {
  if (cell.length > 80 || !mayBeTotal.test(cell)) return false
  return (
    /(?:合计|小计|总计|共计)$/.test(bare(cell)) ||
    /^(?:合计|小计|总计)/.test(bare(cell)) ||
    englishPhrase.test(cell.trim())
  )
}

const englishPhrase =
  /^(?:grand |sub-?)?totals?(?:\s*:|\s+(?:for|of|by|per|in|from)\b|\s+\d)|\b(?:sub-?)?totals?\s*:?$/i

function bare(cell: string): string {
  return cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s:*()【】[\]]/g, '')
}

/** One lone text, or nothing but labelled remarks (制表人:张三  审核:), in a table of several columns. */
function isTitle(filled: readonly string[], { headers }: SalesFilePlan): boolean {
  if (headers.length < 3) return false
  if (filled.length === 1) return filled.every((cell) => parseAmount(cell, '.') === null && dateParts(cell) === null)
  return filled.every((cell) => /^[^::]{1,12}[::]/.test(cell.trim()) && dateParts(cell) === null)
}
