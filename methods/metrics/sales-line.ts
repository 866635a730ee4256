/** What a line counts as: `cancelled` lines are in no figure. */
export type LineKind = 'sale' | 'return' | 'cancelled'

/**
 * One order line of one account, as the analysis sees it. Amounts and quantities are exact integers of micro-units
 * (1 = 0.000001), as in SQL's Decimal(18, 6).
 */
export interface SalesLine {
  /** Days since 1970-01-01. */
  readonly day: number
  /** '' = the source has no order number. */
  readonly orderNumber: string
  readonly kind: LineKind
  /** After discount; negative on returns. */
  readonly netRevenue: bigint
  /** null = unknown. */
  readonly grossProfit: bigint | null
  /** null = unknown; negative on returns. */
  readonly quantity: bigint | null
  /** '' = unknown. */
  readonly product: string
  /** '' = unknown. */
  readonly category: string
}
