import type { SalesLine } from '../sales-line.ts'
import { textColumns } from './cell-texts.ts'
import type { ColumnBlock, FigureColumn, TextColumn } from './column-block.ts'

/** The sales of a block one by one, as the careful reader gives them; `currency` where the file has no column for it. */
export function blockLines(block: ColumnBlock, currency: string): SalesLine[] {
  const texts = new Map(block.texts.map((column) => [column.name, textsOf(column)]))
  return Array.from({ length: block.rows }, (_, index) => {
    const text = (field: keyof typeof textColumns): string => texts.get(textColumns[field])?.[index] ?? ''
    const netRevenue = figure(block.revenue, index) ?? 0n
    return {
      row: block.row[index] ?? 0,
      customer: text('customer'),
      customerName: text('customerName'),
      parent: text('parent'),
      creditCode: text('creditCode'),
      day: block.day[index] ?? 0,
      orderNumber: text('orderNumber'),
      product: text('product'),
      productName: text('productName'),
      category: text('category'),
      quantity: block.units === null ? null : figure(block.units, index),
      netRevenue,
      grossProfit: block.profit === null ? null : figure(block.profit, index),
      currency: texts.has('currency') ? text('currency') : currency,
      salesperson: text('salesperson'),
      region: text('region'),
      department: text('department'),
      channel: text('channel'),
      industry: text('industry'),
      status: text('status'),
      kind: netRevenue < 0n ? 'return' : 'sale',
    }
  })
}

function figure({ halves, missing }: FigureColumn, index: number): bigint | null {
  if (missing?.[index] === 1) return null
  return (BigInt(halves[index * 2 + 1] ?? 0) << 32n) + BigInt.asUintN(32, BigInt(halves[index * 2] ?? 0))
}

function textsOf({ bytes, length }: TextColumn): string[] {
  const found: string[] = []
  for (let at = 0; at < length;) {
    let size = 0
    let shift = 0
    for (; (bytes[at] ?? 0) >= 128; at += 1, shift += 7) size += ((bytes[at] ?? 0) & 127) << shift
    size += (bytes[at] ?? 0) << shift
    found.push(bytes.toString('utf8', at + 1, at + 1 + size))
    at += 1 + size
  }
  return found
}
