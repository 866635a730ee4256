import { roundDecimals } from '../arithmetic/round-decimals.ts'
import { scoreDecimals } from './tier-codes.ts'

/**
 * The least score that certainly gets one of the first places of a ranking, all other scores being as they are: a hair
 * (the 8th decimal) above the account that holds the last of these places, so that no tie has to be won.
 *
 * For an account that is not among them yet. May come out above 1: then no score is certain.
 *
 * @param scores 0..1 per account
 * @param options `ranking`: positions, best first; `places`: of this tier and all better ones together
 * @returns 0 where there are places left, Infinity where there are none at all
 * @example
 * scoreToEnter([0.9, 0.5, 0.1], { ranking: [0, 1, 2], places: 2 }) // 0.50000001
 * scoreToEnter([0.9, 0.5], { ranking: [0, 1], places: 3 }) // 0
 * scoreToEnter([0.9, 0.5], { ranking: [0, 1], places: 0 }) // Infinity
 */
export function scoreToEnter(
  scores: ArrayLike<number>,
  { ranking, places }: { readonly ranking: ArrayLike<number>; readonly places: number },
): number {
  if (places <= 0) return Infinity
  const holder = ranking[places - 1]
  if (holder === undefined) return 0
  return roundDecimals(roundDecimals(scores[holder] ?? 0, scoreDecimals) + 10 ** -scoreDecimals, scoreDecimals)
}
