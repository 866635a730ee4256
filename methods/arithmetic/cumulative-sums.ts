import { requireFiniteValues } from '../arguments/require-finite-values.ts'

/**
 * Running sums with the rounding error carried along: element i is the sum of values 0..i.
 *
 * @param values finite numbers
 * @returns as many sums as values
 * @throws RangeError naming the first value that is not finite, or when the sum exceeds what a double can hold
 * Source: Neumaier 1974, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen".
 * @example
 * [...cumulativeSums([1, 2, 3])] // [1, 3, 6]
 * cumulativeSums([1e16, 1, -1e16])[2] // 1
 */
export function cumulativeSums(values: ArrayLike<number>): Float64Array {
  requireFiniteValues('values', values)
  const sums = new Float64Array(values.length)
  let sum = 0
  let lost = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
    sums[i] = sum + lost
  }
  if (!Number.isFinite(sum + lost)) throw new RangeError(`values must have a finite sum, got ${sum}`)
  return sums
}
