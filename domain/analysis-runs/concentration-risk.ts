import type { Run } from '@vitalfew/contract/run.ts'

export interface LargestAccount {
  readonly largestAccount: string
  readonly largestAccountName: string
  readonly largestRevenue: number
  readonly largestProfit: number | null
}

interface Totals extends LargestAccount {
  readonly netRevenue: number
  readonly grossProfit: number | null
}

/** What the portfolio hangs on: revenue and profit with the largest account and without it. */
export function concentrationRisk(totals: Totals): Run['concentration'] {
  const { netRevenue, grossProfit, largestRevenue, largestProfit } = totals
  return {
    largestAccount: totals.largestAccount,
    largestAccountName: totals.largestAccountName,
    netRevenue: largestRevenue,
    netRevenueShare: netRevenue > 0 ? largestRevenue / netRevenue : 0,
    grossProfit: largestProfit,
    grossProfitShare:
      grossProfit !== null && grossProfit > 0 && largestProfit !== null ? largestProfit / grossProfit : null,
    netRevenueWithout: netRevenue - largestRevenue,
    grossProfitWithout: grossProfit === null ? null : grossProfit - (largestProfit ?? 0),
  }
}
