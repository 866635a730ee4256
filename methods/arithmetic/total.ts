import { cumulativeSums } from './cumulative-sums.ts'

/**
 * Sum of numbers with the rounding error carried along, so that the order of a million addends does not show.
 *
 * @param values finite numbers, any order
 * @returns 0 for no values
 * @throws RangeError naming the first value that is not finite
 * Source: Neumaier 1974, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen".
 * @example
 * total([0.1, 0.2, 0.3]) // 0.6
 * total([]) // 0
 */
export function total(values: ArrayLike<number>): number {
  return cumulativeSums(values).at(-1) ?? 0
}
