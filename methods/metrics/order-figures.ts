import { median } from './median.ts'
import { orderGaps } from './order-gaps.ts'
import type { SalesLine } from './sales-line.ts'

/** When and how often an account buys. Days since 1970-01-01. */
export interface OrderFigures {
  readonly orders: number
  /** Distinct days with a sale line, ascending. */
  readonly purchaseDays: readonly number[]
  /** Revenue of the sale lines of each purchase day, micro-units; as long as `purchaseDays`. */
  readonly purchaseRevenues: readonly bigint[]
  readonly firstOrder: number | null
  readonly lastOrder: number | null
  readonly recencyDays: number | null
  readonly ordersPerYear: number
  readonly meanDaysBetweenOrders: number | null
  readonly medianDaysBetweenOrders: number | null
}

const daysPerYear = 365.25

/**
 * Orders, purchase days and their rhythm, from the sale lines of one account.
 *
 * An order is a distinct order number; lines without one make one order per day. recencyDays = asOf − lastOrder.
 * ordersPerYear = orders × 365.25 / max(asOf − firstOrder, 365.25): a young account is never extrapolated to a year.
 * Gaps are null with fewer than two purchase days; without a sale line all days are null and the counts 0.
 *
 * @param lines lines of one account before `asOf`, any order; returns and cancelled lines do not count
 * @param asOf days since 1970-01-01; what was known when this day began
 * @example
 * orderFigures([], 100).orders // 0
 * orderFigures([{ day: 90, orderNumber: '', kind: 'sale', netRevenue: 8n, grossProfit: null, quantity: null, product: '', category: '' }], 100).recencyDays // 10
 */
export function orderFigures(lines: readonly SalesLine[], asOf: number): OrderFigures {
  const sales = lines.filter((line) => line.kind === 'sale')
  const orders = countOrders(sales)
  const revenueOfDay = new Map<number, bigint>()
  for (const { day, netRevenue } of sales) revenueOfDay.set(day, (revenueOfDay.get(day) ?? 0n) + netRevenue)

  const purchaseDays = [...revenueOfDay.keys()].sort((a, b) => a - b)
  const firstOrder = purchaseDays[0] ?? null
  const lastOrder = purchaseDays.at(-1) ?? null
  const gaps = orderGaps(purchaseDays)
  return {
    orders,
    purchaseDays,
    purchaseRevenues: purchaseDays.map((day) => revenueOfDay.get(day) ?? 0n),
    firstOrder,
    lastOrder,
    recencyDays: lastOrder === null ? null : asOf - lastOrder,
    ordersPerYear: firstOrder === null ? 0 : (orders * daysPerYear) / Math.max(asOf - firstOrder, daysPerYear),
    meanDaysBetweenOrders:
      firstOrder === null || lastOrder === null || gaps.length === 0 ? null : (lastOrder - firstOrder) / gaps.length,
    medianDaysBetweenOrders: median(gaps),
  }
}

function countOrders(sales: readonly SalesLine[]): number {
  const numbers = new Set<string>()
  const daysWithoutNumber = new Set<number>()
  for (const { orderNumber, day } of sales) {
    if (orderNumber === '') daysWithoutNumber.add(day)
    else numbers.add(orderNumber)
  }
  return numbers.size + daysWithoutNumber.size
}
