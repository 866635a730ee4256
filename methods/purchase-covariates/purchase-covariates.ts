import type { PurchaseHistories } from '../buy-till-you-die/purchase-histories.ts'
import { groupRows } from '../buy-till-you-die/group-rows.ts'
import { requireColumns } from '../regression/require-columns.ts'

/** Known facts of customers that do not change while they are seen: one column per fact, one row per customer. */
export interface PurchaseCovariates {
  /** Of the purchase rate. */
  readonly transaction: readonly Float64Array[]
  /** Of the risk of leaving. */
  readonly lifetime: readonly Float64Array[]
}

/** Customers of equal covariates. */
export interface CovariateCell {
  readonly histories: PurchaseHistories
  /** Their rows in the input. */
  readonly rows: Uint32Array
  readonly transaction: Float64Array
  readonly lifetime: Float64Array
}

/**
 * Puts customers of equal covariates together.
 *
 * @param histories one row per customer
 * @param covariates as long as the histories
 * @throws RangeError naming a column of another length or with a value that is not finite
 * @example
 * covariateCells(purchaseHistories([{ purchases: 0, recency: 0, age: 1 }, { purchases: 0, recency: 0, age: 2 }]), { transaction: [Float64Array.of(5, 5)], lifetime: [] }).length // 1
 * covariateCells(purchaseHistories([]), { transaction: [Float64Array.of(5)], lifetime: [] }) // throws RangeError
 */
export function covariateCells(histories: PurchaseHistories, covariates: PurchaseCovariates): CovariateCell[] {
  const customers = histories.purchases.length
  requireColumns(covariates.transaction, customers)
  requireColumns(covariates.lifetime, customers)
  const columns = [...covariates.transaction, ...covariates.lifetime]
  // Without any covariate all customers are of one cell.
  const { groups, counts } = groupRows(columns.length > 0 ? columns : [new Float64Array(customers)])
  const rowsOf = Array.from(counts, (count) => new Uint32Array(count))
  const filled = new Uint32Array(counts.length)
  groups.forEach((group, row) => {
    const at = filled[group] ?? 0
    const rows = rowsOf[group]
    if (rows !== undefined) rows[at] = row
    filled[group] = at + 1
  })
  return rowsOf.map((rows) => cellOf(rows, histories, covariates))
}

function cellOf(
  rows: Uint32Array,
  { purchases, recency, age }: PurchaseHistories,
  { transaction, lifetime }: PurchaseCovariates,
): CovariateCell {
  const pick = (column: Float64Array): Float64Array => Float64Array.from(rows, (row) => column[row] ?? 0)
  const first = rows[0] ?? 0
  return {
    rows,
    histories: { purchases: pick(purchases), recency: pick(recency), age: pick(age) },
    transaction: Float64Array.from(transaction, (column) => column[first] ?? 0),
    lifetime: Float64Array.from(lifetime, (column) => column[first] ?? 0),
  }
}
