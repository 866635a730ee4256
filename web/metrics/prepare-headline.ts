import type { Run } from '@vitalfew/contract/run.ts'

export interface Headline {
  accounts: number
  netRevenue: number
  grossProfit: number | null
  margin: number | null
  orders: number
  /** Gross revenue per order. */
  averageOrder: number | null
  returns: number
  returnRate: number | null
  returnLines: number
  cancelledLines: number
}

/** The figures a portfolio is known by. A ratio without a base is unknown, not zero. */
export function prepareHeadline(totals: Run['totals']): Headline {
  const { accounts, netRevenue, grossRevenue, grossProfit, orders, returns, returnLines, cancelledLines } = totals
  return {
    accounts,
    netRevenue,
    grossProfit,
    margin: grossProfit !== null && netRevenue > 0 ? grossProfit / netRevenue : null,
    orders,
    averageOrder: orders > 0 ? grossRevenue / orders : null,
    returns,
    returnRate: grossRevenue > 0 ? returns / grossRevenue : null,
    returnLines,
    cancelledLines,
  }
}
