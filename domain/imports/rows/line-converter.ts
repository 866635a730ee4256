import type { RejectionReason, SalesField } from '@vitalfew/contract/imports.ts'
import type { SalesFilePlan } from '../plan-sales-file.ts'
import type { LineKind, SalesLine } from '../sales-line.ts'
import { firstSalesDay, lastSalesDay } from '../values/calendar.ts'
import { cleanIdentifier, cleanText } from '../values/clean-text.ts'
import { fitsMicros } from '../values/micros.ts'
import { isPlaceholder } from '../values/placeholders.ts'
import { dayReader } from './day-reader.ts'
import { figureReader } from './figure-reader.ts'
import { isReturnFlag, kindOfStatus } from './kind-of-line.ts'
import { moneyOfLine } from './money-of-line.ts'
import { isTotalWord } from './set-aside.ts'
import { textCache } from './text-cache.ts'

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
  const { columns } = plan
  const text = (field: SalesField, clean = cleanText) => textReader(columns[field], clean)
  const customer = text('customer', knownIdentifier)
  const customerName = text('customerName', knownText)
  const orderNumber = text('orderNumber', cleanIdentifier)
  const product = text('product', cleanIdentifier)
  const productName = text('productName')
  const category = text('category')
  const parent = text('parent', knownText)
  const creditCode = text('creditCode', knownIdentifier)
  const currency = columns.currency === undefined ? () => plan.currency : text('currency')
  const salesperson = text('salesperson')
  const region = text('region')
  const department = text('department')
  const channel = text('channel')
  const industry = text('industry')
  const status = text('orderStatus')
  const kindByStatus = textKind(kindOfStatus)
  const flagged = textKind(isReturnFlag)
  const day = dayReader(plan.dateStyle)
  const quantity = figureReader(plan, 'quantity')
  const money = moneyOfLine(plan)
  const dateColumn = columns.date ?? -1
  const flagColumn = columns.returnFlag
  let fault: RowFault = { reason: 'rowDamaged', field: 'customer', value: '' }

  function fail(reason: RejectionReason, field: SalesField, value: string): null {
    fault = { reason, field, value }
    return null
  }

  function convert(cells: readonly string[], row: number): SalesLine | null {
    const name = customerName(cells)
    const key = customer(cells) || name
    if (key === '') return fail('customerMissing', 'customer', cells[columns.customer ?? -1] ?? '')
    const written = cells[dateColumn] ?? ''
    const when = day(written)
    if (Number.isNaN(when)) return fail(isPlaceholder(written) ? 'dateMissing' : 'dateInvalid', 'date', written)
    if (when < firstSalesDay || when > lastSalesDay) return fail('dateOutOfRange', 'date', written)
    const units = quantity(cells)
    if (units === 'invalid') return fail('quantityInvalid', 'quantity', cells[columns.quantity ?? -1] ?? '')
    const value = money(cells, units)
    if (typeof value.netRevenue === 'string')
      return fail(value.netRevenue, value.field, cells[columns[value.field] ?? -1] ?? '')
    const state = status(cells)
    const kind = kindOf({
      amount: value.netRevenue,
      byStatus: kindByStatus(state),
      flag: flagColumn === undefined ? false : flagged(cells[flagColumn] ?? ''),
    })
    const negate = kind === 'return' && value.netRevenue > 0n
    return {
      row,
      customer: key,
      customerName: name,
      parent: parent(cells),
      creditCode: creditCode(cells),
      day: when,
      orderNumber: orderNumber(cells),
      product: product(cells),
      productName: productName(cells),
      category: category(cells),
      quantity: units !== null && negate && units > 0n ? -units : units !== null && fitsMicros(units) ? units : null,
      netRevenue: negate ? -value.netRevenue : value.netRevenue,
      grossProfit: negate && value.grossProfit !== null ? -value.grossProfit : value.grossProfit,
      currency: currency(cells),
      salesperson: salesperson(cells),
      region: region(cells),
      department: department(cells),
      channel: channel(cells),
      industry: industry(cells),
      status: state,
      kind,
    }
  }

  return { convert, fault: () => fault }
}

function kindOf({ amount, byStatus, flag }: { amount: bigint; byStatus: LineKind; flag: boolean }): LineKind {
  if (amount < 0n) return 'return'
  if (byStatus === 'cancelled') return 'cancelled'
  return flag || byStatus === 'return' ? 'return' : 'sale'
}

type CellReader = (cells: readonly string[]) => string

function textReader(column: number | undefined, clean: (raw: string) => string): CellReader {
  if (column === undefined) return () => ''
  const cached = textCache(clean)
  return (cells) => cached(cells[column] ?? '')
}

/** Answers about a text, each distinct text asked once. */
function textKind<Kind>(ask: (text: string) => Kind): (text: string) => Kind {
  const known = new Map<string, Kind>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const kind = ask(text)
    if (known.size < 10_000) known.set(text, kind)
    return kind
  }
}

/** A total row carries its label where the customer would stand; nobody is called 合计. */
function knownText(raw: string): string {
  const text = cleanText(raw)
  return isPlaceholder(text) || isTotalWord(text) ? '' : text
}

function knownIdentifier(raw: string): string {
  const text = cleanIdentifier(raw)
  return isPlaceholder(text) || isTotalWord(text) ? '' : text
}
