import { requireInteger } from '../arguments/require-integer.ts'
import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { logGamma } from '../special-functions/log-gamma.ts'

/** How often two things occur among so many trials, alone and together. */
export interface JointCounts {
  readonly trials: number
  readonly first: number
  readonly second: number
  readonly both: number
}

/**
 * Probability that two things independent of each other would meet at least as often as they did: Fisher's exact test,
 * one-sided towards attraction.
 *
 * @param counts whole numbers; `both` at most `first` and `second`, which are at most `trials`
 * @returns a number from 0 to 1; 1 where they never meet
 * @throws RangeError naming a count that is negative, not whole or impossible
 * Source: Fisher 1922, "On the interpretation of χ² from contingency tables, and the calculation of P".
 * @example
 * roundDecimals(fisherExact({ trials: 8, first: 4, second: 4, both: 3 }), 12) // roundDecimals(17 / 70, 12)
 * fisherExact({ trials: 8, first: 4, second: 4, both: 0 }) // 1
 * fisherExact({ trials: 8, first: 4, second: 4, both: 5 }) // throws RangeError
 */
export function fisherExact({ trials, first, second, both }: JointCounts): number {
  for (const [name, count] of Object.entries({ trials, first, second, both })) {
    requireNonNegative(name, requireInteger(name, count))
  }
  const most = Math.min(first, second)
  if (both > most) throw new RangeError(`both must not exceed first and second, got ${both}`)
  const least = Math.max(0, first + second - trials)
  if (Math.max(first, second) > trials || both < least) {
    throw new RangeError(`trials must be enough for the counts, got ${trials}`)
  }
  if (both <= least) return 1
  const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
  let term = Math.exp(logChoose(first, both) + logChoose(trials - first, second - both) - logChoose(trials, second))
  let sum = term
  for (let k = both; k < most; k++) {
    term *= ((first - k) * (second - k)) / ((k + 1) * (trials - first - second + k + 1))
    sum += term
    if (term < sum * 1e-17 && k * trials > first * second) break
  }
  return Math.min(1, sum)
}
