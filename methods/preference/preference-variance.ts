/** How often a thing was bought, and how often it would have been by the habits of all. */
export interface PreferenceCount {
  readonly seen: number
  readonly expected: number
}

/**
 * How much the preferences of accounts differ beyond chance: the variance v of the true ratio of seen to expected, whose
 * mean is 1, by moments; counts are Poisson about it.
 *
 * @returns 0 where counts differ no more than by chance
 * @throws RangeError naming an expected count that is not above 0
 * Source: the moments of the negative binomial; DuMouchel 1999 for the model.
 * @example
 * preferenceVariance([{ seen: 4, expected: 1 }, { seen: 0, expected: 1 }]) // 4
 * preferenceVariance([{ seen: 1, expected: 1 }]) // 0
 * preferenceVariance([{ seen: 1, expected: 0 }]) // throws RangeError
 */
export function preferenceVariance(counts: readonly PreferenceCount[]): number {
  let [excess, squares] = [0, 0]
  for (const { seen, expected } of counts) {
    if (!(expected > 0)) throw new RangeError(`expected must be above 0, got ${expected}`)
    excess += (seen - expected) ** 2 - expected
    squares += expected * expected
  }
  return squares === 0 ? 0 : Math.max(0, excess / squares)
}
