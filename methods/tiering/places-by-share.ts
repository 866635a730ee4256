import { requireInteger } from '../arguments/require-integer.ts'
import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { roundDecimals } from '../arithmetic/round-decimals.ts'
import { requireFraction } from '../special-functions/require-fraction.ts'

/** A tier's share of the accounts, within limits. */
export interface ShareOfAccounts {
  /** 0.02 = two per cent. */
  readonly share: number
  readonly least?: number
  readonly most?: number
}

/**
 * Places of tiers that are shares of the accounts: share · accounts rounded up, not below `least` and not above `most`;
 * no tier takes more than is left.
 *
 * @param accounts how many are ranked
 * @param shares of each tier but the last, best first
 * @throws RangeError naming a share outside 0..1 or a limit that is not a whole number of at least 0
 * @example
 * placesByShare(251, [{ share: 0.02 }, { share: 0.08, most: 20 }]) // [6, 20]
 * placesByShare(3, [{ share: 0.1, least: 5 }, { share: 0.1 }]) // [3, 0]
 * placesByShare(3, [{ share: 10 }]) // throws RangeError
 */
export function placesByShare(accounts: number, shares: readonly ShareOfAccounts[]): number[] {
  requireNonNegative('accounts', requireInteger('accounts', accounts))
  let left = accounts
  return shares.map(({ share, least = 0, most = accounts }, i) => {
    requireFraction(`shares[${i}].share`, share)
    requireNonNegative(`shares[${i}].least`, requireInteger(`shares[${i}].least`, least))
    requireNonNegative(`shares[${i}].most`, requireInteger(`shares[${i}].most`, most))
    // 0.07 · 100 is a hair above 7.
    const wanted = Math.ceil(roundDecimals(accounts * share, 9))
    const places = Math.min(left, Math.max(least, Math.min(most, wanted)))
    left -= places
    return places
  })
}
