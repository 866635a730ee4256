/**
 * Number of elements of a sorted column that are lower than a value.
 *
 * @param sorted ascending, no NaN
 * @param value not NaN
 * @returns 0..sorted.length, by bisection
 * @example
 * countLower([10, 20, 20, 30], 20) // 1
 * countLower([10, 20, 20, 30], 99) // 4
 */
export function countLower(sorted: ArrayLike<number>, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? Infinity) < value) low = middle + 1
    else high = middle
  }
  return low
}
