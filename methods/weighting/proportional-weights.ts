import { total } from '../arithmetic/total.ts'

/**
 * Weights in proportion to some amounts of information; where no column has any, all alike.
 *
 * @param amounts not below 0
 * @returns sum 1
 * @example
 * [...proportionalWeights([3, 1, 0])] // [0.75, 0.25, 0]
 * [...proportionalWeights([0, 0])] // [0.5, 0.5]
 */
export function proportionalWeights(amounts: readonly number[]): Float64Array {
  const largest = amounts.reduce((most, amount) => Math.max(most, amount), 0)
  if (largest === 0) return Float64Array.from(amounts, () => 1 / amounts.length)
  // Divided by the largest first, so that no sum overflows.
  const scaled = amounts.map((amount) => amount / largest)
  const sum = total(scaled)
  return Float64Array.from(scaled, (amount) => amount / sum)
}
