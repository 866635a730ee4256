/**
 * Variance of Kendall's S, of values without a trend, ties taken into account.
 *
 * @example
 * tieVariance([1, 2, 3, 4]) // 156 / 18
 * tieVariance([5, 5, 5]) // 0
 */
export function tieVariance(values: ArrayLike<number>): number {
  const n = values.length
  const counts = new Map<number, number>()
  for (let i = 0; i < n; i++) counts.set(values[i] ?? 0, (counts.get(values[i] ?? 0) ?? 0) + 1)
  let sum = n * (n - 1) * (2 * n + 5)
  for (const t of counts.values()) sum -= t * (t - 1) * (2 * t + 5)
  return sum / 18
}
