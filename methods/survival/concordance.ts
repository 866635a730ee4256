import { requireFiniteValues } from '../arguments/require-finite-values.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import { requireSurvivalData, type SurvivalData } from './survival-data.ts'

/**
 * Harrell's concordance: of the pairs of which it is known who had the event first, the share in which that one had the
 * higher risk score. Equal scores count half; pairs with events at the same time are not compared.
 *
 * A tree of counts over the ranks of the scores makes it n log n.
 *
 * @param data durations and events
 * @param scores higher = earlier event expected
 * @returns 0.5 where no pair can be compared
 * @throws RangeError as {@link requireSurvivalData}, or naming a score that is not finite
 * Source: Harrell, Califf, Pryor, Lee and Rosati 1982, "Evaluating the yield of medical tests".
 * @example
 * concordance({ durations: Float64Array.of(1, 2, 3), events: Uint8Array.of(1, 1, 0) }, Float64Array.of(9, 5, 7)) // 2 / 3
 * concordance({ durations: Float64Array.of(1), events: Uint8Array.of(1) }, Float64Array.of(NaN)) // throws RangeError
 */
export function concordance(data: SurvivalData, scores: Float64Array): number {
  requireSurvivalData(data)
  requireSameLength('scores', { expected: data.durations.length, actual: scores.length })
  requireFiniteValues('scores', scores)
  const { durations, events } = data
  const order = Uint32Array.from(durations.keys()).sort(
    // From the longest duration to the shortest; at one time those who outlast it come first.
    (a, b) => (durations[b] ?? 0) - (durations[a] ?? 0) || (events[a] ?? 0) - (events[b] ?? 0),
  )
  const ranks = ranksOf(scores)
  const tree = countTree(scores.length)
  let right = 0
  let compared = 0
  let waiting: number[] = []
  order.forEach((row, at) => {
    const rank = ranks[row] ?? 0
    if (events[row] === 1) {
      const lower = tree.below(rank)
      const equal = tree.below(rank + 1) - lower
      right += lower + equal / 2
      compared += tree.size()
      waiting.push(rank)
    } else tree.add(rank)
    const next = order[at + 1]
    if (next !== undefined && durations[next] === durations[row]) return
    for (const seen of waiting) tree.add(seen)
    waiting = []
  })
  return compared === 0 ? 0.5 : right / compared
}

/** Equal scores share a rank, from 0. */
function ranksOf(scores: Float64Array): Uint32Array {
  const distinct = Float64Array.from(new Set(scores)).sort()
  const rankOf = new Map(Array.from(distinct, (score, rank) => [score, rank]))
  return Uint32Array.from(scores, (score) => rankOf.get(score) ?? 0)
}

/** Fenwick's tree: counts of ranks that can be added to and summed up to a rank. */
function countTree(length: number) {
  const counts = new Float64Array(length + 1)
  let size = 0
  return {
    size: () => size,
    add(rank: number): void {
      size++
      for (let at = rank + 1; at <= length; at += at & -at) counts[at] = (counts[at] ?? 0) + 1
    },
    below(rank: number): number {
      let sum = 0
      for (let at = rank; at > 0; at -= at & -at) sum += counts[at] ?? 0
      return sum
    },
  }
}
