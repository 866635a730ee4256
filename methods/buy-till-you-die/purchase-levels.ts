import { groupRows } from './group-rows.ts'
import type { PurchaseHistories } from './purchase-histories.ts'

/** The distinct values of a column and where each row finds its own. */
export interface ColumnLevels {
  /** Ascending. */
  readonly values: Float64Array
  /** Position of each row in `values`. */
  readonly places: Uint32Array
}

/** Histories that know the distinct values of their columns, so that logarithms and gammas are computed once for each. */
export interface LeveledHistories extends PurchaseHistories {
  readonly purchaseLevels: ColumnLevels
  readonly recencyLevels: ColumnLevels
  readonly ageLevels: ColumnLevels
}

/**
 * Adds the distinct values of each column to histories.
 *
 * @param histories not checked here; given back as they are where they know them already
 * @example
 * [...withLevels(purchaseHistories([{ purchases: 2, recency: 1, age: 3 }, { purchases: 0, recency: 0, age: 3 }])).purchaseLevels.places] // [1, 0]
 */
export function withLevels(histories: PurchaseHistories): LeveledHistories {
  if (hasLevels(histories)) return histories
  return {
    ...histories,
    purchaseLevels: levelsOf(histories.purchases),
    recencyLevels: levelsOf(histories.recency),
    ageLevels: levelsOf(histories.age),
  }
}

function hasLevels(histories: PurchaseHistories): histories is LeveledHistories {
  return 'purchaseLevels' in histories
}

function levelsOf(column: Float64Array): ColumnLevels {
  const { first, groups } = groupRows([column])
  const order = Uint32Array.from(first.keys()).sort(
    (a, b) => (column[first[a] ?? 0] ?? 0) - (column[first[b] ?? 0] ?? 0),
  )
  const placeOf = new Uint32Array(order.length)
  const values = new Float64Array(order.length)
  order.forEach((group, place) => {
    placeOf[group] = place
    values[place] = column[first[group] ?? 0] ?? 0
  })
  return { values, places: groups.map((group) => placeOf[group] ?? 0) }
}
