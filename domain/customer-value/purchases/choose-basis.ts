import type { ValueBasis } from '@vitalfew/contract/customer-value.ts'

/** Profit is counted where it is known for at least this share of what was sold. */
const leastKnown = 0.9

export interface ChosenBasis {
  readonly basis: ValueBasis
  /** Profit per amount sold, for sales whose profit is unknown; 0 where profit is not counted. */
  readonly marginElsewhere: number
}

/** What a purchase is counted in: its gross profit where that is known nearly everywhere, else its revenue. */
export function chooseBasis(known: {
  readonly sales: number
  readonly salesWithProfit: number
  readonly profit: number
}): ChosenBasis {
  const { sales, salesWithProfit, profit } = known
  if (salesWithProfit > 0 && salesWithProfit >= leastKnown * sales) {
    return { basis: 'grossProfit', marginElsewhere: profit / salesWithProfit }
  }
  return { basis: 'netRevenue', marginElsewhere: 0 }
}
