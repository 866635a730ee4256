import { requireNonNegativeValues } from '../arguments/require-non-negative-values.ts'
import { total } from '../arithmetic/total.ts'

/**
 * Herfindahl–Hirschman index: the sum of the squared shares. Its inverse reads as "as concentrated as that many accounts
 * of equal size". Shares are fractions of 1; competition authorities use percent, which is 10,000 times this.
 *
 * @param values finite, not below 0, any order (zeros change nothing)
 * @returns 1/n for n equal values up to 1 for a single one; 0 for no values and when the total is 0
 * @throws RangeError naming the first value that is negative or not finite
 * Source: Hirschman 1945; Herfindahl 1950; US DOJ/FTC Merger Guidelines 2023, guideline 1.
 * @example
 * herfindahl([1, 1, 1, 1]) // 0.25
 * herfindahl([3, 1]) // 0.625
 * herfindahl([]) // 0
 */
export function herfindahl(values: ArrayLike<number>): number {
  requireNonNegativeValues('values', values)

  const sum = total(values)
  if (sum === 0) return 0
  return total(Float64Array.from(values, (value) => (value / sum) ** 2))
}
