import { requirePositive } from '../special-functions/require-positive.ts'

/** A customer without a rhythm of its own is given a year. */
const yearDays = 365

/**
 * Days of silence after which an account counts as gone.
 *
 * Eight of its own cycles; for slow buyers a year is enough, but never less than four cycles: max(4c, min(8c, 365)).
 * Without a rhythm of its own, 365.
 *
 * @param cycleDays usual days between two purchases; null for an account with fewer than three purchase days
 * @throws RangeError when the cycle is not above 0
 * Source: the definition of this product; an account beyond it is lost or dormant by {@link lifecycleStage}.
 * @example
 * [7, 30, 60, 120].map((cycle) => silenceLimit(cycle)) // [56, 240, 365, 480]
 * silenceLimit(null) // 365
 * silenceLimit(0) // throws RangeError
 */
export function silenceLimit(cycleDays: number | null): number {
  if (cycleDays === null) return yearDays
  const cycle = requirePositive('cycleDays', cycleDays)
  return Math.max(4 * cycle, Math.min(8 * cycle, yearDays))
}
