/**
 * Adjusted p-values of tests made together: rejecting all that are at most q keeps the expected share of false finds
 * among the finds at q, where the tests are independent or depend on each other positively.
 *
 * @param pValues from 0 to 1; NaN for a test that could not be made, which stays NaN and does not count
 * @returns in the same order, never below the p-value
 * @throws RangeError when a p-value is outside 0 and 1
 * Source: Benjamini and Hochberg 1995, "Controlling the false discovery rate".
 * @example
 * Array.from(benjaminiHochberg([0.01, 0.04, 0.03, 0.005]), (q) => roundDecimals(q, 10)) // [0.02, 0.04, 0.04, 0.02]
 * benjaminiHochberg([]).length // 0
 * benjaminiHochberg([2]) // throws RangeError
 */
export function benjaminiHochberg(pValues: ArrayLike<number>): Float64Array {
  const known: number[] = []
  for (let i = 0; i < pValues.length; i++) {
    const p = pValues[i] ?? Number.NaN
    if (p < 0 || p > 1) throw new RangeError(`pValues must lie between 0 and 1, got ${p}`)
    if (!Number.isNaN(p)) known.push(i)
  }
  const adjusted = new Float64Array(pValues.length).fill(Number.NaN)
  known.sort((one, other) => (pValues[other] ?? 0) - (pValues[one] ?? 0))
  let least = 1
  known.forEach((index, position) => {
    const rank = known.length - position
    least = Math.min(least, ((pValues[index] ?? 1) * known.length) / rank)
    adjusted[index] = least
  })
  return adjusted
}
