/**
 * The middle of some values; between two middle ones, their mean.
 *
 * @returns NaN of nothing
 * @example
 * sampleMedian([3, 1, 2]) // 2
 * sampleMedian([4, 1]) // 2.5
 * sampleMedian([]) // NaN
 */
export function sampleMedian(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort()
  const half = sorted.length / 2
  return ((sorted[Math.floor(half - 0.5)] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2
}
