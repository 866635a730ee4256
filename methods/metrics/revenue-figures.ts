import { exactRatio } from '../arithmetic/exact-ratio.ts'
import type { SalesLine } from './sales-line.ts'

/** What an account brought in. Amounts and `units` in micro-units, rates as fractions of 1. */
export interface RevenueFigures {
  readonly netRevenue: bigint
  readonly grossRevenue: bigint
  /** Not below 0 as long as return lines carry negative amounts. */
  readonly returns: bigint
  readonly returnRate: number | null
  readonly grossProfit: bigint | null
  readonly margin: number | null
  readonly orderLines: number
  readonly returnLines: number
  readonly units: bigint | null
}

/**
 * Revenue, returns, profit and quantity of one account.
 *
 * netRevenue is the sum over sale and return lines, grossRevenue over sale lines, returns the negated sum over return
 * lines; returnRate = returns / grossRevenue, null when grossRevenue is 0. grossProfit and units are sums over the lines
 * where they are known, null when known for none. margin divides the known profit by the net revenue of exactly those
 * lines, null when that is not above 0. Cancelled lines do not count.
 *
 * @param lines lines of one account, any order
 * @example
 * revenueFigures([]).netRevenue // 0n
 * revenueFigures([{ day: 0, orderNumber: '', kind: 'sale', netRevenue: 8n, grossProfit: 2n, quantity: null, product: '', category: '' }]).margin // 0.25
 */
export function revenueFigures(lines: readonly SalesLine[]): RevenueFigures {
  const counted = lines.filter((line) => line.kind !== 'cancelled')
  const returned = counted.filter((line) => line.kind === 'return')
  const profitable = counted.filter((line) => line.grossProfit !== null)
  const quantified = counted.filter((line) => line.quantity !== null)

  const netRevenue = sumOf(counted, (line) => line.netRevenue)
  const returns = -sumOf(returned, (line) => line.netRevenue)
  const grossRevenue = netRevenue + returns
  const grossProfit = profitable.length === 0 ? null : sumOf(profitable, (line) => line.grossProfit ?? 0n)
  const profitBase = sumOf(profitable, (line) => line.netRevenue)
  return {
    netRevenue,
    grossRevenue,
    returns,
    returnRate: exactRatio(returns, grossRevenue),
    grossProfit,
    margin: grossProfit === null || profitBase < 0n ? null : exactRatio(grossProfit, profitBase),
    orderLines: counted.length,
    returnLines: returned.length,
    units: quantified.length === 0 ? null : sumOf(quantified, (line) => line.quantity ?? 0n),
  }
}

function sumOf(lines: readonly SalesLine[], amount: (line: SalesLine) => bigint): bigint {
  return lines.reduce((sum, line) => sum + amount(line), 0n)
}
