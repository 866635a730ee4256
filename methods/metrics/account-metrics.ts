import { exactRatio } from '../arithmetic/exact-ratio.ts'
import { requireInteger } from '../arguments/require-integer.ts'
import { activeMonths } from './active-months.ts'
import type { GrowthFigures } from './growth-figures.ts'
import { growthFigures } from './growth-figures.ts'
import { monthlySeries } from './monthly-series.ts'
import type { OrderFigures } from './order-figures.ts'
import { orderFigures } from './order-figures.ts'
import type { RevenueFigures } from './revenue-figures.ts'
import { revenueFigures } from './revenue-figures.ts'
import type { SalesLine } from './sales-line.ts'

/** What an account's figures need to know about the rest of the data. */
export interface MetricsContext {
  /** Days since 1970-01-01; only lines of earlier days count: what was known when this day began. */
  readonly asOf: number
  /** Day of the first sale or return of the whole data set, of any account. */
  readonly firstDay: number
  /** Σ netRevenue in micro-units over the accounts whose netRevenue is above 0. */
  readonly totalNetRevenue: bigint
}

/** All figures of one account as of a day. Amounts in micro-units unless said otherwise, days since 1970-01-01. */
export interface AccountMetrics extends RevenueFigures, OrderFigures, GrowthFigures {
  /** Fraction of the net revenue of all accounts that brought in any; 0 for accounts that did not. */
  readonly share: number
  /** grossRevenue / orders in whole currency units; null without an order. */
  readonly averageOrderValue: number | null
  /** Distinct known products over sale lines. */
  readonly products: number
  readonly categories: number
  /** 24 calendar months of net revenue, oldest first, the last one is the month of asOf − 1. */
  readonly monthlyRevenue: readonly bigint[]
  /** 0..12 */
  readonly activeMonths: number
}

/**
 * One row of figures for one account: the pure twin of the SQL on the warehouse.
 *
 * Sums are exact; ratios are doubles rounded once. An account that has only returned has revenue figures but no orders;
 * one that has only cancelled lines is all zeros and nulls.
 *
 * @param lines every line of one account, any order; lines from `asOf` on are left out here
 * @param context the day, and what the rest of the data set has to be known for
 * @throws RangeError when `context.asOf` or `context.firstDay` is not an integer
 * @example
 * accountMetrics([], { asOf: 20000, firstDay: 0, totalNetRevenue: 0n }).orders // 0
 * accountMetrics([{ day: 9, orderNumber: 'a', kind: 'sale', netRevenue: 25n, grossProfit: null, quantity: null, product: 'p', category: '' }], { asOf: 10, firstDay: 0, totalNetRevenue: 100n }).share // 0.25
 */
export function accountMetrics(lines: readonly SalesLine[], context: MetricsContext): AccountMetrics {
  const asOf = requireInteger('context.asOf', context.asOf)
  requireInteger('context.firstDay', context.firstDay)

  const known = lines.filter((line) => line.day < asOf)
  const revenue = revenueFigures(known)
  const order = orderFigures(known, asOf)
  return {
    ...revenue,
    ...order,
    ...growthFigures(known, context),
    share: revenue.netRevenue > 0n ? (exactRatio(revenue.netRevenue, context.totalNetRevenue) ?? 0) : 0,
    averageOrderValue: exactRatio(revenue.grossRevenue, BigInt(order.orders) * 1_000_000n),
    products: distinctSold(known, (line) => line.product),
    categories: distinctSold(known, (line) => line.category),
    monthlyRevenue: monthlySeries(known, { asOf }),
    activeMonths: activeMonths(order.purchaseDays, asOf),
  }
}

function distinctSold(lines: readonly SalesLine[], name: (line: SalesLine) => string): number {
  const names = new Set(lines.filter((line) => line.kind === 'sale').map(name))
  names.delete('')
  return names.size
}
