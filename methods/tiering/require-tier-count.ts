import { mostTiers } from './tier-codes.ts'

/**
 * Refuses more boundaries than tiers can be numbered.
 *
 * @throws RangeError naming the argument and its length
 * @example
 * requireTierCount('places', [5, 20]) // undefined
 * requireTierCount('places', new Float64Array(300)) // throws RangeError
 */
export function requireTierCount(name: string, boundaries: ArrayLike<number>): void {
  if (boundaries.length > mostTiers) {
    throw new RangeError(`${name}.length must be at most ${mostTiers}, got ${boundaries.length}`)
  }
}
