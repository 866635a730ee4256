import type { SelectionColumns } from '../columns/load-columns.ts'
import type { TierCodes } from '@vitalfew/methods/tiering/tier-codes.ts'

export interface TierTotal {
  accounts: number
  netRevenue: number
  /** null where no cost is known for anybody in the tier. */
  grossProfit: number | null
}

/** How many accounts each tier has and what they bring. */
export function tierTotals(
  tiers: TierCodes,
  { columns, count }: { columns: SelectionColumns; count: number },
): TierTotal[] {
  const totals = Array.from({ length: count }, (): TierTotal => ({ accounts: 0, netRevenue: 0, grossProfit: null }))
  tiers.forEach((tier, account) => {
    const total = totals[tier]
    if (total === undefined) return
    total.accounts++
    total.netRevenue += columns.netRevenue[account] ?? 0
    const profit = columns.grossProfit[account] ?? Number.NaN
    if (!Number.isNaN(profit)) total.grossProfit = (total.grossProfit ?? 0) + profit
  })
  return totals
}
