import { requireFiniteValues } from '../arguments/require-finite-values.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import { roundDecimals } from '../arithmetic/round-decimals.ts'
import { total } from '../arithmetic/total.ts'
import { compareNames } from '../ranking/compare-names.ts'
import { positiveValues } from '../ranking/positive-values.ts'

export type Tier = 'key' | 'strategic' | 'ordinary'

/** The accounts, as columns of equal length. */
export interface ScoredAccounts {
  readonly names: readonly string[]
  /** 0..100 */
  readonly scores: ArrayLike<number>
  readonly netRevenues: ArrayLike<number>
}

/** The columns are as long as the input and in its order. */
export interface TierAssignment {
  readonly tiers: readonly Tier[]
  /** Key because of their share although their rank alone would not have made them key. */
  readonly tooLargeToLose: readonly boolean[]
  /** Indices of the accounts with net revenue above 0, best first. */
  readonly ranking: Uint32Array
}

const largeShare = 0.05

/** Places in a tier: a fraction of all accounts within a lower and an upper limit. */
const keyPlaces = { percent: 2, least: 5, most: 100 }
const strategicPlaces = { percent: 8, least: 10, most: 400 }

/**
 * Tiers of accounts by score.
 *
 * The n accounts with net revenue above 0 are ranked by score (rounded to 6 decimals, so that the order of summation
 * does not decide), then net revenue, both descending, then name. The first max(5, min(100, ceil(2 % of n))) are key,
 * the next max(10, min(400, ceil(8 % of n))) strategic, the rest ordinary. An account with at least 5 % of the net revenue
 * is key whatever its score; it takes nobody's place. Accounts without net revenue are ordinary and not ranked.
 *
 * @throws RangeError when the columns differ in length or a number is not finite
 * @example
 * assignTiers({ names: ['a', 'b'], scores: [10, 90], netRevenues: [1, 0] }).tiers // ['key', 'ordinary']
 * [...assignTiers({ names: ['a', 'b', 'c'], scores: [10, 90, 90], netRevenues: [9, 1, 2] }).ranking] // [2, 1, 0]
 */
export function assignTiers(accounts: ScoredAccounts): TierAssignment {
  const { names, netRevenues } = accounts
  const ranking = rankByScore(accounts)
  const key = placesOf(ranking.length, keyPlaces)
  const strategic = placesOf(ranking.length, strategicPlaces)
  const totalRevenue = total(positiveValues(netRevenues))

  const tiers = names.map((): Tier => 'ordinary')
  const tooLargeToLose = names.map(() => false)
  ranking.forEach((account, rank) => {
    const large = roundDecimals((netRevenues[account] ?? 0) / totalRevenue, 12) >= largeShare
    if (rank < key || large) tiers[account] = 'key'
    else if (rank < key + strategic) tiers[account] = 'strategic'
    tooLargeToLose[account] = large && rank >= key
  })
  return { tiers, tooLargeToLose, ranking }
}

function placesOf(accounts: number, places: { percent: number; least: number; most: number }): number {
  return Math.max(places.least, Math.min(places.most, Math.ceil((accounts * places.percent) / 100)))
}

function rankByScore({ names, scores, netRevenues }: ScoredAccounts): Uint32Array {
  requireSameLength('scores', { expected: names.length, actual: scores.length })
  requireSameLength('netRevenues', { expected: names.length, actual: netRevenues.length })
  requireFiniteValues('scores', scores)
  requireFiniteValues('netRevenues', netRevenues)
  const rounded = Float64Array.from(scores, (score) => roundDecimals(score, 6))
  const revenues = Float64Array.from(netRevenues)
  return Uint32Array.from(names.keys())
    .filter((i) => (revenues[i] ?? 0) > 0)
    .sort(
      (a, b) =>
        (rounded[b] ?? 0) - (rounded[a] ?? 0) ||
        (revenues[b] ?? 0) - (revenues[a] ?? 0) ||
        compareNames(names[a] ?? '', names[b] ?? ''),
    )
}
