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
  let better: Float64Array = new Float64Array(accounts)
  return Array.from({ length: boundaries + 1 }, (_, tier) => {
    const reached = tier === boundaries ? new Float64Array(accounts).fill(draws) : summed(counts, { tier, accounts })
    const share = reached.map((times, account) => (times - (better[account] ?? 0)) / draws)
    better = reached
    return share
  })
}

/** How often each account was in a tier or a better one, over all parts. */
function summed(
  counts: readonly TierDrawCounts[],
  { tier, accounts }: { readonly tier: number; readonly accounts: number },
): Float64Array {
  const sums = new Float64Array(accounts)
  for (const { reached } of counts) {
    const part = reached[tier] ?? new Uint32Array()
    for (let account = 0; account < part.length; account++) sums[account] = (sums[account] ?? 0) + (part[account] ?? 0)
  }
  return sums
}
