import type { TierDrawCounts } from './count-tier-draws.ts'

/**
 * Share of the draws in which each account was in each tier.
 *
 * @param counts of all draws: of several threads, one element each
 * @returns one column per tier, the last included; they sum to 1 for every account (an account that did not take part is in
 * the last). NaN where there were no draws
 * @throws RangeError when the parts have different boundaries
 * @example
 * tierProbabilities([{ draws: 4, reached: [Uint32Array.of(1), Uint32Array.of(3)] }]).map((tier) => tier[0]) // [0.25, 0.5, 0.25]
 * tierProbabilities([{ draws: 4, reached: [Uint32Array.of(1)] }, { draws: 1, reached: [] }]) // throws RangeError
 */
export function tierProbabilities(counts: readonly TierDrawCounts[]): Float64Array[] {
  const boundaries = counts[0]?.reached.length ?? 0
  counts.forEach(({ reached }, i) => {
    if (reached.length !== boundaries) {
      throw new RangeError(`counts[${i}].reached.length must be ${boundaries}, got ${reached.length}`)
    }
  })
  const accounts = counts[0]?.reached[0]?.length ?? 0
  const draws = counts.reduce((sum, part) => sum + part.draws, 0)
  const reachedBy = (boundary: number, account: number): number =>
    counts.reduce((sum, part) => sum + (part.reached[boundary]?.[account] ?? 0), 0)
  return Array.from({ length: boundaries + 1 }, (_, tier) =>
    Float64Array.from({ length: accounts }, (__, account) => {
      const here = tier === boundaries ? draws : reachedBy(tier, account)
      return (here - (tier === 0 ? 0 : reachedBy(tier - 1, account))) / draws
    }),
  )
}
