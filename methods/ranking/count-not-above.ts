/**
 * Number of elements of a sorted column that are lower than a value or equal to it.
 *
 * @param sorted ascending, no NaN
 * @param value not NaN
 * @returns 0..sorted.length, by bisection
 * @example
 * countNotAbove([10, 20, 20, 30], 20) // 3
 * countNotAbove([10, 20, 20, 30], 5) // 0
 */
export function countNotAbove(sorted: ArrayLike<number>, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? Infinity) <= value) low = middle + 1
    else high = middle
  }
  return low
}
