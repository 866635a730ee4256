import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import { roundDecimals } from '../arithmetic/round-decimals.ts'

/** A tier and the time there is for its accounts. */
export interface TierCapacity {
  /** Hours, visits, heads: whatever the needs are counted in. */
  readonly capacity: number
  /** What an account needs in this tier: the same for all, or one figure per account. */
  readonly need: number | ArrayLike<number>
}

/**
 * Places of tiers whose size is what a team can look after: going down the ranking, accounts are taken as long as the
 * capacity lasts. The first account that does not fit ends the tier, even if a smaller one below it would: nobody is passed
 * over by somebody who scored less.
 *
 * @param ranking positions of the accounts, best first
 * @param tiers each tier but the last, best first
 * @throws RangeError naming a capacity or a need that is negative or unknown
 * @example
 * placesByCapacity([2, 0, 1], [{ capacity: 100, need: 40 }]) // [2]
 * placesByCapacity([2, 0, 1], [{ capacity: 10, need: [8, 1, 4] }, { capacity: 8, need: 8 }]) // [1, 1]
 * placesByCapacity([0], [{ capacity: -1, need: 1 }]) // throws RangeError
 */
export function placesByCapacity(ranking: ArrayLike<number>, tiers: readonly TierCapacity[]): number[] {
  let rank = 0
  return tiers.map(({ capacity, need }, tier) => {
    requireNonNegative(`tiers[${tier}].capacity`, capacity)
    if (typeof need !== 'number') requireCovers(`tiers[${tier}].need`, { ranking, need })
    const first = rank
    for (let spent = 0; rank < ranking.length; rank++) {
      const account = ranking[rank] ?? 0
      const needed = typeof need === 'number' ? need : (need[account] ?? 0)
      spent += requireNonNegative(
        typeof need === 'number' ? `tiers[${tier}].need` : `tiers[${tier}].need[${account}]`,
        needed,
      )
      if (roundDecimals(spent, 9) > roundDecimals(capacity, 9)) break
    }
    return rank - first
  })
}

function requireCovers(
  name: string,
  { ranking, need }: { readonly ranking: ArrayLike<number>; readonly need: ArrayLike<number> },
): void {
  let greatest = -1
  for (let i = 0; i < ranking.length; i++) greatest = Math.max(greatest, ranking[i] ?? 0)
  if (need.length <= greatest) requireSameLength(name, { expected: greatest + 1, actual: need.length })
}
