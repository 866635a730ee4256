import type { RejectionReason, SalesField } from '@vitalfew/contract/imports.ts'
import type { SalesFilePlan } from '../plan-sales-file.ts'
import type { SalesLine } from '../sales-line.ts'
import { firstSalesDay, lastSalesDay } from '../values/calendar.ts'
import { fitsMicros } from '../values/micros.ts'
import { isPlaceholder } from '../values/placeholders.ts'
import { dayReader } from './day-reader.ts'
import { figureReader } from './figure-reader.ts'
import { kindReader } from './kind-of-line.ts'
import { moneyOfLine } from './money-of-line.ts'
import { textReaders } from './text-readers.ts'

export interface RowFault {
  readonly reason: RejectionReason
  readonly field: SalesField
  readonly value: string
}

export interface LineConverter {
  /** The sale that a row tells of, or null; `fault` then says why. */
  convert(cells: readonly string[], row: number): SalesLine | null
  fault(): RowFault
}

/** Turns the rows of a planned file into sales. One converter per file: it remembers what it has read before. */
export function lineConverter(plan: SalesFilePlan): LineConverter {
  const text = textReaders(plan)
  const day = dayReader(plan.dateStyle)
  const quantity = figureReader(plan, 'quantity')
  const money = moneyOfLine(plan)
  const kindOf = kindReader(plan)
  let fault: RowFault = { reason: 'rowDamaged', field: 'customer', value: '' }

  function fail(cells: readonly string[], found: Omit<RowFault, 'value'>): null {
    fault = { ...found, value: cells[plan.columns[found.field] ?? -1] ?? '' }
    return null
  }

  function convert(cells: readonly string[], row: number): SalesLine | null {
    const name = text.customerName(cells)
    const key = text.customer(cells) || name
    if (key === '') return fail(cells, { reason: 'customerMissing', field: 'customer' })
    const written = cells[plan.columns.date ?? -1] ?? ''
    const when = day(written)
    if (Number.isNaN(when))
      return fail(cells, { reason: isPlaceholder(written) ? 'dateMissing' : 'dateInvalid', field: 'date' })
    if (when < firstSalesDay || when > lastSalesDay) return fail(cells, { reason: 'dateOutOfRange', field: 'date' })
    const units = quantity(cells)
    if (units === 'invalid') return fail(cells, { reason: 'quantityInvalid', field: 'quantity' })
    const { netRevenue, grossProfit, field } = money(cells, units)
    if (typeof netRevenue === 'string') return fail(cells, { reason: netRevenue, field })
    const status = text.status(cells)
    const kind = kindOf(cells, { amount: netRevenue, status })
    const negate = kind === 'return' && netRevenue > 0n
    const quantityLeft = units !== null && negate && units > 0n ? -units : units
    return {
      row,
      customer: key,
      customerName: name,
      parent: text.parent(cells),
      creditCode: text.creditCode(cells),
      day: when,
      orderNumber: text.orderNumber(cells),
      product: text.product(cells),
      productName: text.productName(cells),
      category: text.category(cells),
      quantity: quantityLeft !== null && fitsMicros(quantityLeft) ? quantityLeft : null,
      netRevenue: negate ? -netRevenue : netRevenue,
      grossProfit: negate && grossProfit !== null ? -grossProfit : grossProfit,
      currency: text.currency(cells),
      salesperson: text.salesperson(cells),
      region: text.region(cells),
      department: text.department(cells),
      channel: text.channel(cells),
      industry: text.industry(cells),
      status,
      kind,
    }
  }

  return { convert, fault: () => fault }
}
