import { requireSameLength } from '../arguments/require-same-length.ts'
import { total } from '../arithmetic/total.ts'

/**
 * Share of weight that has to be moved between criteria to make one set of weights the other: half the sum of the absolute
 * differences.
 *
 * @returns 0 = the same, 1 = no criterion in common
 * @throws RangeError when the two are not equally long
 * @example
 * weightDistance([0.75, 0.25], [0.5, 0.5]) // 0.25
 * weightDistance([1], [0.5, 0.5]) // throws RangeError
 */
export function weightDistance(first: ArrayLike<number>, second: ArrayLike<number>): number {
  requireSameLength('second', { expected: first.length, actual: second.length })
  return total(Array.from(first, (weight, j) => Math.abs(weight - (second[j] ?? 0)))) / 2
}
