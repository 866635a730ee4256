/**
 * What buy-till-you-die models need to know of customers, as columns with one row per customer. Any unit of time, the
 * same for all: the parameters of a model are in the unit of its histories.
 */
export interface PurchaseHistories {
  /** x: purchases after the first; purchases of one day count as one. */
  readonly purchases: Float64Array
  /** t_x: time from the first purchase to the last; 0 where there was only one. */
  readonly recency: Float64Array
  /** T: time from the first purchase to the end of observation. */
  readonly age: Float64Array
  /** Sum of the logarithms of the times between purchases; only models of regular timing ask for it. */
  readonly logGaps?: Float64Array
}

/** One row of {@link PurchaseHistories}. */
export interface PurchaseHistory {
  readonly purchases: number
  readonly recency: number
  readonly age: number
  readonly logGaps?: number
}

/**
 * Columns from rows.
 *
 * `logGaps` is a column only where every row has it.
 *
 * @param rows one per customer
 * @example
 * [...purchaseHistories([{ purchases: 2, recency: 30.43, age: 38.86 }]).age] // [38.86]
 */
export function purchaseHistories(rows: readonly PurchaseHistory[]): PurchaseHistories {
  const columns = {
    purchases: Float64Array.from(rows, (row) => row.purchases),
    recency: Float64Array.from(rows, (row) => row.recency),
    age: Float64Array.from(rows, (row) => row.age),
  }
  if (rows.some((row) => row.logGaps === undefined)) return columns
  return { ...columns, logGaps: Float64Array.from(rows, (row) => row.logGaps ?? 0) }
}
