import { requireFiniteValues } from '../arguments/require-finite-values.ts'
import { requireNonNegativeValues } from '../arguments/require-non-negative-values.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'

/**
 * What the Gamma-Gamma model needs to know of customers, as columns with one row per customer.
 *
 * Whether the first purchase counts is the caller's to decide and to state: with it, transactions are purchases + 1 and
 * every customer says something; without it, only repeat purchases do.
 */
export interface SpendHistories {
  /** Purchases whose value is known; 0 for a customer of whom none is. */
  readonly transactions: Float64Array
  /** Mean value of those purchases, in any currency; meaningless where there are none. */
  readonly meanSpend: Float64Array
}

/**
 * Refuses spend histories that cannot be.
 *
 * @throws RangeError naming the column, row and value: columns of different length, transactions that are negative, a
 *   mean that is not finite. A mean at or below zero is allowed: the fit leaves such customers out and counts them
 * @example
 * requireSpendHistories({ transactions: Float64Array.of(2), meanSpend: Float64Array.of(10) }) // undefined
 * requireSpendHistories({ transactions: Float64Array.of(2), meanSpend: Float64Array.of(NaN) }) // throws RangeError
 */
export function requireSpendHistories({ transactions, meanSpend }: SpendHistories): void {
  requireSameLength('meanSpend', { expected: transactions.length, actual: meanSpend.length })
  requireNonNegativeValues('transactions', transactions)
  requireFiniteValues('meanSpend', meanSpend)
}
