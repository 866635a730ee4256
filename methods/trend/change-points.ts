import { requireFiniteValues } from '../arguments/require-finite-values.ts'
import { sampleMedian } from './sample-median.ts'

/** A step at which the level of a series changed. */
export interface ChangePoint {
  /** First index of the new level. */
  readonly at: number
  readonly before: number
  readonly after: number
}

const leastSegment = 3
/** Standard deviation of a normal variable by its median absolute deviation, over the root of two for differences. */
const deviationOfDifferences = 1.4826 / Math.SQRT2

/**
 * Where the level of a series changed: the segmentation into constant levels that a Bayesian information criterion
 * prefers, found exactly by PELT. Segments have three values or more.
 *
 * @param values without season; their noise is read from their differences, so that the changes themselves do not count
 * @throws RangeError naming a value that is not finite
 * Source: Killick, Fearnhead and Eckley 2012, "Optimal detection of changepoints with a linear computational cost".
 * @example
 * changePoints([1, 1.1, 0.9, 1, 5, 5.1, 4.9, 5]).map(({ at }) => at) // [4]
 * changePoints([2, 2, 2, 2, 2, 2]) // []
 * changePoints([Infinity]) // throws RangeError
 */
export function changePoints(values: ArrayLike<number>): ChangePoint[] {
  requireFiniteValues('values', values)
  const n = values.length
  if (n < 2 * leastSegment) return []
  const variance = noiseVariance(values)
  if (variance === 0) return []
  const [sums, squares] = [new Float64Array(n + 1), new Float64Array(n + 1)]
  for (let i = 0; i < n; i++) {
    sums[i + 1] = (sums[i] ?? 0) + (values[i] ?? 0)
    squares[i + 1] = (squares[i] ?? 0) + (values[i] ?? 0) ** 2
  }
  const sumOf = (from: number, to: number): number => (sums[to] ?? 0) - (sums[from] ?? 0)
  const cost = (from: number, to: number): number =>
    Math.max(0, (squares[to] ?? 0) - (squares[from] ?? 0) - sumOf(from, to) ** 2 / (to - from)) / variance
  const starts = optimalStarts(n, { cost, penalty: 2 * Math.log(n) })
  return starts.slice(1).map((at, index) => {
    const [from, to] = [starts[index] ?? 0, starts[index + 2] ?? n]
    return { at, before: sumOf(from, at) / (at - from), after: sumOf(at, to) / (to - at) }
  })
}

/** Where the segments of the cheapest segmentation begin, 0 first. */
function optimalStarts(
  n: number,
  { cost, penalty }: { readonly cost: (from: number, to: number) => number; readonly penalty: number },
): number[] {
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
  const previous = new Int32Array(n + 1)
  best[0] = -penalty
  let candidates = [0]
  for (let end = leastSegment; end <= n; end++) {
    const newest = end - leastSegment
    if (newest >= leastSegment) candidates.push(newest)
    for (const start of candidates) {
      const total = (best[start] ?? 0) + cost(start, end) + penalty
      if (total >= (best[end] ?? 0)) continue
      best[end] = total
      previous[end] = start
    }
    candidates = candidates.filter((start) => (best[start] ?? 0) + cost(start, end) <= (best[end] ?? 0))
  }
  const starts: number[] = []
  for (let end = n; end > 0; end = previous[end] ?? 0) starts.push(previous[end] ?? 0)
  return starts.reverse()
}

function noiseVariance(values: ArrayLike<number>): number {
  const steps = Float64Array.from({ length: values.length - 1 }, (_, i) => (values[i + 1] ?? 0) - (values[i] ?? 0))
  const robust = sampleMedian(steps.map(Math.abs)) * deviationOfDifferences
  if (robust > 0) return robust * robust
  const mean = steps.reduce((sum, step) => sum + Math.abs(step), 0) / steps.length
  return (mean * deviationOfDifferences) ** 2
}
