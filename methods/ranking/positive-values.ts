/**
 * The values above 0: the accounts over which concentration is measured.
 *
 * @param values a measure per account; null or NaN = unknown
 * @returns a copy in the same order, without unknown, zero and negative values
 * @example
 * [...positiveValues([3, null, 0, -1, 2])] // [3, 2]
 */
export function positiveValues(values: ArrayLike<number | null>): Float64Array {
  return Float64Array.from(values, (value) => value ?? Number.NaN).filter((value) => value > 0)
}
