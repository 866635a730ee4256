import { requireNonNegativeValues } from '../arguments/require-non-negative-values.ts'
import { roundDecimals } from '../arithmetic/round-decimals.ts'
import { cumulativeShare } from './cumulative-share.ts'

/** What the largest accounts hold. `top` and `share` are fractions of 1, `accounts` is how many that top is. */
export interface TopShare {
  readonly top: number
  readonly accounts: number
  readonly share: number
}

/**
 * Share of the total held by the largest 1 %, 5 %, 10 %, 20 % of accounts (or other fractions).
 *
 * The top p of n accounts are max(1, ceil(n × p)) accounts; n × p is rounded to 9 decimals first, so that 7 % of 100
 * accounts are seven and not eight.
 *
 * @param values finite, not below 0, any order; the ABC analysis passes {@link positiveValues}
 * @param fractions each above 0 and at most 1
 * @returns one entry per fraction, in that order; accounts and share 0 where there are no values
 * @throws RangeError naming the first bad fraction or value
 * @example
 * topShares([5, 1, 1, 1, 1, 1], [0.2, 0.5]) // [{ top: 0.2, accounts: 2, share: 0.6 }, { top: 0.5, accounts: 3, share: 0.7 }]
 * topShares([]).map((entry) => entry.share) // [0, 0, 0, 0]
 */
export function topShares(
  values: ArrayLike<number>,
  fractions: readonly number[] = [0.01, 0.05, 0.1, 0.2],
): TopShare[] {
  requireNonNegativeValues('values', values)
  const shares = cumulativeShare(Float64Array.from(values).sort().reverse())
  const count = shares.length
  return fractions.map((top, i) => {
    if (!(top > 0 && top <= 1)) throw new RangeError(`fractions[${i}] must be above 0 and at most 1, got ${top}`)
    const accounts = Math.min(count, Math.max(1, Math.ceil(roundDecimals(count * top, 9))))
    return { top, accounts, share: shares[accounts - 1] ?? 0 }
  })
}
