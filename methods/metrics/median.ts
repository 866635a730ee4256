/**
 * The middle value; the mean of the middle two where the count is even.
 *
 * @param values numbers in any order; not changed
 * @returns null for no values
 * @throws RangeError naming the first NaN
 * @example
 * median([30, 10, 20]) // 20
 * median([10, 20, 30, 50]) // 25
 * median([]) // null
 */
export function median(values: ArrayLike<number>): number | null {
  const sorted = Float64Array.from(values).sort()
  if (Number.isNaN(sorted.at(-1))) throw new RangeError(`values[${firstNaN(values)}] must be a number, got NaN`)

  const upper = sorted[Math.floor(sorted.length / 2)]
  if (upper === undefined) return null
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? upper
  return lower + (upper - lower) / 2
}

function firstNaN(values: ArrayLike<number>): number {
  return Array.from(values).findIndex(Number.isNaN)
}
