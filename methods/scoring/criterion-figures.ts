import type { AccountMetrics } from '../metrics/account-metrics.ts'
import { amountFromMicros } from '../arithmetic/amount-from-micros.ts'

/** The criteria of the first selection model. */
export type Criterion = 'value' | 'profit' | 'growth' | 'loyalty' | 'breadth'

/**
 * An account's figure on each criterion: value = net revenue, profit = gross profit (both in whole currency units),
 * growth = year on year, loyalty = active months of the last twelve, breadth = products bought (unknown where no line names a
 * product, not 0).
 *
 * @returns null where the figure is unknown
 * @example
 * criterionFigures(accountMetrics([], { asOf: 100, firstDay: 0, totalNetRevenue: 0n })) // { value: 0, profit: null, growth: null, loyalty: 0, breadth: null }
 */
export function criterionFigures(metrics: AccountMetrics): Record<Criterion, number | null> {
  return {
    value: amountFromMicros(metrics.netRevenue),
    profit: metrics.grossProfit === null ? null : amountFromMicros(metrics.grossProfit),
    growth: metrics.growth,
    loyalty: metrics.activeMonths,
    breadth: metrics.products === 0 ? null : metrics.products,
  }
}
