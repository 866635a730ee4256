import { roundDecimals } from '../arithmetic/round-decimals.ts'
import { requireFraction } from '../special-functions/require-fraction.ts'
import { requireTierCount } from './require-tier-count.ts'
import { noTier, scoreDecimals, type TierCodes } from './tier-codes.ts'

/**
 * Tiers by score: an account has the first tier whose threshold its score reaches, the last where it reaches none.
 *
 * @param scores 0..1; NaN = excluded, gets no tier (255)
 * @param thresholds of the tiers but the last, best first, never rising; score and threshold are compared at 8 decimals
 * @returns one tier per account: 0 is the best, thresholds.length the last
 * @throws RangeError when a threshold is outside 0..1 or above the one before it
 * @example
 * [...tiersByThreshold([0.9, 0.1 + 0.2 + 0.5, 0.3, NaN], [0.8, 0.5])] // [0, 0, 2, 255]
 * tiersByThreshold([0.9], [0.5, 0.8]) // throws RangeError
 */
export function tiersByThreshold(scores: ArrayLike<number>, thresholds: ArrayLike<number>): TierCodes {
  requireTierCount('thresholds', thresholds)
  const rounded = Array.from(thresholds, (threshold, i) => {
    requireFraction(`thresholds[${i}]`, threshold)
    const before = thresholds[i - 1] ?? 1
    if (threshold > before) throw new RangeError(`thresholds[${i}] must not be above ${before}, got ${threshold}`)
    return roundDecimals(threshold, scoreDecimals)
  })
  return Uint8Array.from(scores, (score) => {
    if (Number.isNaN(score)) return noTier
    const place = roundDecimals(score, scoreDecimals)
    const tier = rounded.findIndex((threshold) => place >= threshold)
    return tier === -1 ? rounded.length : tier
  })
}
