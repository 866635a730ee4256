/** The gaps between purchase days, as their logarithms tell them. */
export interface LogGaps {
  readonly count: number
  /** Median of the gaps, in days. */
  readonly median: number
  /** Sum of the squared deviations of the logarithms from their mean. */
  readonly logSquares: number
}

/**
 * What the gaps between purchase days come to.
 *
 * @param days distinct purchase days, ascending
 * @returns null with fewer than two gaps
 * @throws RangeError when days do not ascend
 * @example
 * logGaps([0, 10, 20]) // { count: 2, median: 10, logSquares: 0 }
 * logGaps([0, 10]) // null
 * logGaps([0, 0, 1]) // throws RangeError
 */
export function logGaps(days: ArrayLike<number>): LogGaps | null {
  const count = days.length - 1
  if (count < 2) return null
  const gaps = Float64Array.from({ length: count }, (_, i) => (days[i + 1] ?? 0) - (days[i] ?? 0)).sort()
  if (!((gaps[0] ?? 0) > 0)) throw new RangeError(`days must ascend, got a gap of ${gaps[0]}`)
  const logs = gaps.map(Math.log)
  const mean = logs.reduce((sum, log) => sum + log, 0) / count
  const half = count / 2
  return {
    count,
    median: ((gaps[Math.floor(half - 0.5)] ?? 0) + (gaps[Math.floor(half)] ?? 0)) / 2,
    logSquares: logs.reduce((sum, log) => sum + (log - mean) ** 2, 0),
  }
}
