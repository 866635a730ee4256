import { requireFiniteValues } from '../arguments/require-finite-values.ts'
import { requireNonNegativeValues } from '../arguments/require-non-negative-values.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import type { PurchaseHistories } from '../buy-till-you-die/purchase-histories.ts'
import { requireHistories } from '../buy-till-you-die/require-histories.ts'

/** The times between purchases of accounts, as columns with one row per account; any unit of time. */
export interface RhythmGaps {
  /** Times between purchases that were seen: purchases less one; purchases of one day are one. */
  readonly gaps: Float64Array
  /** Their mean; meaningless where there are none. */
  readonly meanGap: Float64Array
  /** Time since the last purchase. */
  readonly silence: Float64Array
}

/** What the regularity of a portfolio is learned from. */
export interface TimedGaps extends RhythmGaps {
  /** Sum of the logarithms of the gaps of each account; 0 where there are none. */
  readonly logGaps: Float64Array
}

/**
 * The gaps behind purchase histories.
 *
 * @param histories with `logGaps`
 * @throws RangeError where they have none, or as {@link requireHistories}
 * @example
 * [...gapsOfHistories(purchaseHistories([{ purchases: 2, recency: 6, age: 10, logGaps: 2 }])).silence] // [4]
 * gapsOfHistories(purchaseHistories([{ purchases: 2, recency: 6, age: 10 }])) // throws RangeError
 */
export function gapsOfHistories(histories: PurchaseHistories): TimedGaps {
  requireHistories(histories)
  const { purchases, recency, age, logGaps } = histories
  if (logGaps === undefined) throw new RangeError(`logGaps must be a column of the histories, got ${logGaps}`)
  return {
    gaps: purchases,
    meanGap: recency.map((last, row) => last / Math.max(1, purchases[row] ?? 0)),
    silence: age.map((observed, row) => observed - (recency[row] ?? 0)),
    logGaps,
  }
}

/**
 * Refuses gaps that cannot be.
 *
 * @throws RangeError naming the column, row and value: columns of different length, a number that is negative or not
 *   finite, a mean gap of 0 where there are gaps
 * @example
 * requireRhythmGaps({ gaps: Float64Array.of(2), meanGap: Float64Array.of(7), silence: Float64Array.of(3) }) // undefined
 * requireRhythmGaps({ gaps: Float64Array.of(2), meanGap: Float64Array.of(0), silence: Float64Array.of(3) }) // throws RangeError
 */
export function requireRhythmGaps({ gaps, meanGap, silence }: RhythmGaps): void {
  requireSameLength('meanGap', { expected: gaps.length, actual: meanGap.length })
  requireSameLength('silence', { expected: gaps.length, actual: silence.length })
  requireNonNegativeValues('gaps', gaps)
  requireFiniteValues('meanGap', meanGap)
  requireNonNegativeValues('silence', silence)
  gaps.forEach((count, row) => {
    const mean = meanGap[row] ?? 0
    if (count > 0 && mean <= 0) throw new RangeError(`meanGap[${row}] must be above 0, got ${mean}`)
  })
}
