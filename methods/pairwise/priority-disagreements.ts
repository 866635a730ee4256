import { requireWeightVectors } from '../weighting/require-weight-vectors.ts'
import { weightDistance } from './weight-distance.ts'

/** How the weights of two experts or departments differ. */
export interface PriorityDisagreement {
  /** Places of the two; the first is before the second. */
  readonly first: number
  readonly second: number
  /** Per criterion the weight of the first less that of the second. */
  readonly differences: Float64Array
  /** Place of the criterion on which they differ most; the first of equals. */
  readonly criterion: number
  /** Share of weight that one would have to move to agree with the other. */
  readonly distance: number
}

/**
 * Who disagrees with whom on what: every pair of experts or departments, those furthest apart first.
 *
 * @param vectors weights of the same criteria, each with sum 1
 * @returns none for fewer than two
 * @throws RangeError naming a vector that is out of range
 * @example
 * priorityDisagreements([[0.75, 0.25], [0.5, 0.5]]) // [{ first: 0, second: 1, differences: Float64Array.of(0.25, -0.25), criterion: 0, distance: 0.25 }]
 * priorityDisagreements([[0.5, 0.6]]) // throws RangeError
 */
export function priorityDisagreements(vectors: readonly ArrayLike<number>[]): PriorityDisagreement[] {
  requireWeightVectors(vectors)
  const pairs = vectors.flatMap((weights, first) =>
    vectors.slice(first + 1).map((others, next) => {
      const differences = Float64Array.from(weights, (weight, j) => weight - (others[j] ?? 0))
      const sizes = differences.map(Math.abs)
      const criterion = sizes.indexOf(Math.max(...sizes))
      return { first, second: first + 1 + next, differences, criterion, distance: weightDistance(weights, others) }
    }),
  )
  return pairs.sort((a, b) => b.distance - a.distance || a.first - b.first || a.second - b.second)
}
