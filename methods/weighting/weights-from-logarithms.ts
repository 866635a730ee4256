import { total } from '../arithmetic/total.ts'

/**
 * Weights in the ratio of e^log, with sum 1, however far apart they are.
 *
 * @param logs −∞ = weight 0; at least one finite
 * @example
 * [...weightsFromLogarithms([Math.LN2 * 2, 0])] // [0.8, 0.2]
 * [...weightsFromLogarithms([1000, -Infinity])] // [1, 0]
 */
export function weightsFromLogarithms(logs: ArrayLike<number>): Float64Array {
  const column = Float64Array.from(logs)
  const largest = column.reduce((most, log) => Math.max(most, log), -Infinity)
  const powers = column.map((log) => Math.exp(log - largest))
  const sum = total(powers)
  return powers.map((power) => power / sum)
}
