import type { RejectionReason, SalesField } from '@vitalfew/contract/imports.ts'
import type { SalesFilePlan } from '../plan-sales-file.ts'
import { fitsMicros, microsPerUnit, multiplyMicros } from '../values/micros.ts'
import { parseAmount } from '../values/parse-amount.ts'
import { figureReader, type Figure } from './figure-reader.ts'

/** What a line earned, or why that cannot be told and in which field the fault lies. */
export interface LineMoney {
  readonly netRevenue: bigint | RejectionReason
  readonly grossProfit: bigint | null
  readonly field: SalesField
}

type MoneyReader = (cells: readonly string[], quantity: bigint | null) => LineMoney

/** The amount, else quantity × unit price less discount; profit as given, else the amount less its cost. */
export function moneyOfLine(plan: SalesFilePlan): MoneyReader {
  const revenue = plan.columns.amount === undefined ? revenueByPrice(plan) : revenueByAmount(plan)
  const profit = profitReader(plan)
  return (cells, quantity) => {
    const netRevenue = revenue(cells, quantity)
    if (typeof netRevenue === 'string') return failure(netRevenue)
    if (!fitsMicros(netRevenue)) return failure('amountOutOfRange')
    const grossProfit = profit(cells, { netRevenue, quantity })
    if (grossProfit === 'invalid') return failure('costInvalid', profitField(plan))
    return {
      netRevenue,
      grossProfit: grossProfit !== null && fitsMicros(grossProfit) ? grossProfit : null,
      field: 'amount',
    }
  }

  function failure(reason: RejectionReason, at?: SalesField): LineMoney {
    return { netRevenue: reason, grossProfit: null, field: at ?? fieldOf(reason, plan) }
  }
}

function fieldOf(reason: RejectionReason, plan: SalesFilePlan): SalesField {
  if (plan.columns.amount !== undefined) return 'amount'
  if (reason === 'quantityInvalid') return 'quantity'
  return reason === 'discountInvalid' ? 'discount' : 'unitPrice'
}

type RevenueReader = (cells: readonly string[], quantity: bigint | null) => bigint | RejectionReason

function revenueByAmount(plan: SalesFilePlan): RevenueReader {
  const amount = figureReader(plan, 'amount')
  return (cells) => {
    const value = amount(cells)
    if (value === null) return 'amountMissing'
    return value === 'invalid' ? 'amountInvalid' : value
  }
}

function revenueByPrice(plan: SalesFilePlan): RevenueReader {
  const unitPrice = figureReader(plan, 'unitPrice')
  const discounted = discountReader(plan)
  return (cells, quantity) => {
    const price = unitPrice(cells)
    if (price === 'invalid') return 'priceInvalid'
    if (price === null || quantity === null) return 'amountMissing'
    return discounted(multiplyMicros(quantity, price), cells)
  }
}

function discountReader(plan: SalesFilePlan): (gross: bigint, cells: readonly string[]) => bigint | RejectionReason {
  const column = plan.columns.discount
  if (column === undefined || plan.discount === null) return (gross) => gross
  if (plan.discount === 'money') {
    const discount = figureReader(plan, 'discount')
    return (gross, cells) => {
      const value = discount(cells)
      if (value === 'invalid') return 'discountInvalid'
      return value === null ? gross : gross - value
    }
  }
  const percent = plan.discount === 'percent'
  const mark = plan.decimalMarks.discount ?? '.'
  return (gross, cells) => {
    const text = (cells[column] ?? '').trim()
    if (text === '' || text === '0') return gross
    const sign = text.endsWith('%') || text.endsWith('％')
    const value = parseAmount(sign ? text.slice(0, -1) : text, mark)
    if (value === null) return 'discountInvalid'
    const kept = sign || percent ? microsPerUnit - value / 100n : microsPerUnit - value
    if (kept < 0n || kept > microsPerUnit) return 'discountInvalid'
    return multiplyMicros(gross, kept)
  }
}

interface Revenue {
  readonly netRevenue: bigint
  readonly quantity: bigint | null
}

function profitReader(plan: SalesFilePlan): (cells: readonly string[], revenue: Revenue) => Figure {
  if (plan.columns.grossProfit !== undefined) return figureReader(plan, 'grossProfit')
  if (plan.columns.cost !== undefined) {
    const cost = figureReader(plan, 'cost')
    return (cells, { netRevenue }) => lessCost(netRevenue, cost(cells))
  }
  if (plan.columns.unitCost === undefined) return () => null
  const unitCost = figureReader(plan, 'unitCost')
  return (cells, { netRevenue, quantity }) => {
    const cost = unitCost(cells)
    if (cost === 'invalid') return 'invalid'
    return cost === null || quantity === null ? null : netRevenue - multiplyMicros(quantity, cost)
  }
}

/** Some systems write the cost of a return as a positive amount: a return gives back its cost as well. */
function lessCost(netRevenue: bigint, cost: Figure): Figure {
  if (cost === null || cost === 'invalid') return cost
  return netRevenue < 0n && cost > 0n ? netRevenue + cost : netRevenue - cost
}

function profitField(plan: SalesFilePlan): SalesField {
  if (plan.columns.grossProfit !== undefined) return 'grossProfit'
  return plan.columns.cost === undefined ? 'unitCost' : 'cost'
}
