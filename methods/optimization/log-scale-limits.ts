import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { normalQuantile } from '../special-functions/normal-quantile.ts'

export interface ConfidenceLimits {
  readonly lower: number
  readonly upper: number
}

/**
 * Confidence limits of a quantity that cannot be negative: symmetric for its logarithm, so never below zero.
 *
 * estimate · exp(∓ z · standardError / estimate), z the normal quantile of (1 + level) / 2.
 *
 * @param estimate at least 0
 * @param spread `standardError` of the estimate; `level` of the interval, 0.95 where absent
 * @returns both 0 where the estimate is 0; upper stays finite
 * @throws RangeError naming the argument that is negative or not finite
 * @example
 * logScaleLimits(10, { standardError: 0 }) // { lower: 10, upper: 10 }
 * logScaleLimits(10, { standardError: 1 }).upper.toFixed(3) // '12.165'
 * logScaleLimits(-1, { standardError: 1 }) // throws RangeError
 */
export function logScaleLimits(
  estimate: number,
  spread: { readonly standardError: number; readonly level?: number },
): ConfidenceLimits {
  requireNonNegative('estimate', estimate)
  requireNonNegative('standardError', spread.standardError)
  if (estimate === 0) return { lower: 0, upper: 0 }
  const width = (normalQuantile((1 + (spread.level ?? 0.95)) / 2) * spread.standardError) / estimate
  return { lower: estimate * Math.exp(-width), upper: Math.min(Number.MAX_VALUE, estimate * Math.exp(width)) }
}
