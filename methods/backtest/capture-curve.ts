import { requireInteger } from '../arguments/require-integer.ts'
import type { RankedOutcomes } from './ranked-outcomes.ts'

/** The first `accounts` of all accounts (a fraction) hold `outcome` of the total outcome. */
export interface CapturePoint {
  readonly accounts: number
  readonly outcome: number
}

/**
 * Share of the total outcome that the first accounts of a ranking hold, from none to all; also called cumulative gains.
 *
 * Points are even in the accounts. Where outcomes are negative the curve may rise above 1 or fall below 0.
 *
 * @param ranked see `rankedOutcomes`; ties go by straight lines
 * @param options `points`: the most steps, 100 where absent
 * @returns from (0, 0) to (1, 1); only (0, 0) where the total is not above 0
 * @throws RangeError when `points` is not a whole number of at least 1
 * @example
 * captureCurve(rankedOutcomes([2, 1], [3, 1])) // [{ accounts: 0, outcome: 0 }, { accounts: 0.5, outcome: 0.75 }, { accounts: 1, outcome: 1 }]
 * captureCurve(rankedOutcomes([2, 1], [3, 1]), { points: 0 }) // throws RangeError
 */
export function captureCurve(
  ranked: RankedOutcomes,
  { points = 100 }: { readonly points?: number } = {},
): CapturePoint[] {
  if (requireInteger('points', points) < 1) throw new RangeError(`points must be at least 1, got ${points}`)
  const sums = runningSums(ranked)
  const count = sums.length - 1
  const whole = sums[count] ?? 0
  if (!(whole > 0)) return [{ accounts: 0, outcome: 0 }]
  const steps = Math.min(points, count)
  return Array.from({ length: steps + 1 }, (_, step) => {
    const place = Math.round((count * step) / steps)
    return { accounts: place / count, outcome: (sums[place] ?? 0) / whole }
  })
}

/** Sums of the first 0, 1, 2 … places, every place of a group counting as its mean. */
function runningSums({ outcomes, groupEnds }: RankedOutcomes): Float64Array {
  const sums = new Float64Array(outcomes.length + 1)
  let first = 0
  for (const end of groupEnds) {
    let group = 0
    for (let i = first; i < end; i++) group += outcomes[i] ?? 0
    for (let i = first; i < end; i++) sums[i + 1] = (sums[first] ?? 0) + (group * (i + 1 - first)) / (end - first)
    first = end
  }
  return sums
}
