import { requireFiniteValues } from '../arguments/require-finite-values.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'

/**
 * Area under the ROC curve: the probability that a random row of outcome 1 scores higher than one of outcome 0; equal
 * scores count half.
 *
 * @param scores higher = outcome 1 more likely; any scale
 * @param outcomes 0 or 1 per row
 * @returns 0.5 where one outcome is missing
 * @throws RangeError when the columns differ in length or a score is not finite
 * Source: Mann and Whitney 1947; Hanley and McNeil 1982, "The meaning and use of the area under a ROC curve".
 * @example
 * areaUnderCurve([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]) // 0.75
 * areaUnderCurve([1, 2], [1, 1]) // 0.5
 * areaUnderCurve([NaN], [1]) // throws RangeError
 */
export function areaUnderCurve(scores: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  requireSameLength('outcomes', { expected: scores.length, actual: outcomes.length })
  requireFiniteValues('scores', scores)
  const order = Uint32Array.from({ length: scores.length }, (_, i) => i).sort(
    (a, b) => (scores[a] ?? 0) - (scores[b] ?? 0),
  )
  let negatives = 0
  let positives = 0
  let right = 0
  for (let from = 0; from < order.length;) {
    let to = from
    let ones = 0
    const score = scores[order[from] ?? 0]
    for (; to < order.length && scores[order[to] ?? 0] === score; to++) ones += Number(outcomes[order[to] ?? 0] === 1)
    const zeros = to - from - ones
    right += ones * (negatives + zeros / 2)
    negatives += zeros
    positives += ones
    from = to
  }
  return positives === 0 || negatives === 0 ? 0.5 : right / (positives * negatives)
}
