import type { PurchaseHistories } from './purchase-histories.ts'

/** Histories that know their distinct numbers of purchases, so that gamma functions are computed once for each. */
export interface LeveledHistories extends PurchaseHistories {
  /** Distinct numbers of purchases, ascending. */
  readonly levels: Float64Array
  /** Position of each row's purchases in `levels`. */
  readonly levelOf: Uint32Array
}

/**
 * Adds the distinct numbers of purchases to histories.
 *
 * @param histories not checked here
 * @example
 * [...withLevels(purchaseHistories([{ purchases: 2, recency: 1, age: 3 }, { purchases: 0, recency: 0, age: 3 }])).levelOf] // [1, 0]
 */
export function withLevels(histories: PurchaseHistories): LeveledHistories {
  const levels = Float64Array.from(new Set(histories.purchases)).sort()
  const levelAt = new Map(Array.from(levels, (level, at) => [level, at]))
  const levelOf = Uint32Array.from(histories.purchases, (level) => levelAt.get(level) ?? 0)
  return { ...histories, levels, levelOf }
}
