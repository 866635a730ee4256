import { requireSameLength } from '../arguments/require-same-length.ts'
import { compareNames } from './compare-names.ts'

/**
 * Positions of the accounts whose measure is above 0, largest first, equal measures by name.
 *
 * @param names account names; they only break ties
 * @param values the measure of each account; null or NaN = unknown. Unknown, zero and negative are left out.
 * @returns indices into the two columns
 * @throws RangeError when the columns differ in length or a value is infinite
 * @example
 * [...rankDescending(['c', 'b', 'a', 'd'], [5, 9, 5, -1])] // [1, 2, 0]
 */
export function rankDescending(names: readonly string[], values: ArrayLike<number | null>): Uint32Array {
  requireSameLength('values', { expected: names.length, actual: values.length })
  const figures = Float64Array.from(values, (value) => value ?? Number.NaN)
  const positive: number[] = []
  figures.forEach((value, i) => {
    if (value === Infinity) throw new RangeError(`values[${i}] must be finite, got ${value}`)
    if (value > 0) positive.push(i)
  })
  return Uint32Array.from(positive).sort(
    (a, b) => (figures[b] ?? 0) - (figures[a] ?? 0) || compareNames(names[a] ?? '', names[b] ?? ''),
  )
}
