import type { Interval, Span } from '../charts/place-interval.ts'
import type { AccountRow } from '@vitalfew/contract/accounts.ts'

export interface ValuedAccounts {
  rows: AccountRow[]
  /** From nothing to twice the expected value: one scale for the intervals of all rows. */
  scale: Span
}

/** An interval that reaches beyond twice the expected value is drawn to the end of the scale. */
const scale: Span = { from: 0, to: 2 }

/** The accounts whose value is known, and the scale on which their intervals are drawn. */
export function prepareValuedAccounts(rows: readonly AccountRow[]): ValuedAccounts {
  return { rows: rows.filter((row) => (row.clv ?? null) !== null), scale }
}

/** The interval in multiples of the expected value: what is drawn is how sure a value is, not how large. */
export function relativeInterval(row: AccountRow): Interval | null {
  const { clv, clvLower, clvUpper } = row
  if ((clv ?? 0) <= 0 || (clvLower ?? null) === null || (clvUpper ?? null) === null) return null
  const full = clv ?? 1
  return { value: 1, lower: (clvLower ?? 0) / full, upper: (clvUpper ?? 0) / full }
}
