import { requireInteger } from '../arguments/require-integer.ts'
import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { requireTierCount } from './require-tier-count.ts'
import { noTier, type TierCodes } from './tier-codes.ts'

/**
 * Tiers by rank: the first places[0] accounts of the ranking are tier 0, the next places[1] tier 1, the rest the last.
 *
 * @param ranking positions of the accounts, best first, see `rankAccounts`
 * @param sizes `accounts`: how many there are, ranked or not; `places`: of each tier but the last, see `placesByShare`
 * and `placesByCapacity` for places that are not plain numbers
 * @returns one tier per account; accounts that are not ranked get no tier (255)
 * @throws RangeError naming a size that is not a whole number of at least 0
 * @example
 * [...tiersByPlaces([2, 0, 3], { accounts: 4, places: [1, 1] })] // [1, 255, 0, 2]
 * tiersByPlaces([0], { accounts: 1, places: [0.5] }) // throws RangeError
 */
export function tiersByPlaces(
  ranking: ArrayLike<number>,
  { accounts, places }: { readonly accounts: number; readonly places: ArrayLike<number> },
): TierCodes {
  requireTierCount('places', places)
  requireNonNegative('accounts', requireInteger('accounts', accounts))
  const tiers = new Uint8Array(accounts).fill(noTier)
  let rank = 0
  for (let tier = 0; tier < places.length; tier++) {
    const size = places[tier] ?? 0
    requireNonNegative(`places[${tier}]`, requireInteger(`places[${tier}]`, size))
    const end = Math.min(ranking.length, rank + size)
    for (; rank < end; rank++) tiers[ranking[rank] ?? 0] = tier
  }
  for (; rank < ranking.length; rank++) tiers[ranking[rank] ?? 0] = places.length
  return tiers
}
