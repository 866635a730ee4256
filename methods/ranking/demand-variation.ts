import { requireNonNegativeValues } from '../arguments/require-non-negative-values.ts'
import { roundDecimals } from '../arithmetic/round-decimals.ts'
import { total } from '../arithmetic/total.ts'

/** X = steady, Y = varying, Z = sporadic demand. */
export type XyzClass = 'X' | 'Y' | 'Z'

export interface DemandVariation {
  /** Coefficient of variation: population standard deviation / mean; null with too few months or a mean of 0. */
  readonly variation: number | null
  /** null with fewer than three months. */
  readonly xyzClass: XyzClass | null
}

const fewestMonths = 3

/**
 * How steady a monthly demand is, and its XYZ class: X up to a coefficient of variation of 0.5, Y up to 1, Z beyond.
 *
 * The coefficient meets the bounds rounded to 12 decimals, so that it does not matter how the deviation was summed. A
 * demand that was 0 in every month is Z.
 *
 * @param demand one amount per complete month, as {@link demandMonths} gives it; finite, not below 0
 * @throws RangeError naming the first amount that is negative or not finite
 * Source: Pearson 1896 for the coefficient of variation; XYZ analysis as in Scholz-Reiter et al. 2012, "Integration of
 * demand forecasts in ABC-XYZ analysis".
 * @example
 * demandVariation([10, 10, 10]) // { variation: 0, xyzClass: 'X' }
 * demandVariation([1, 3, 1, 3]) // { variation: 0.5, xyzClass: 'X' }
 * demandVariation([0, 2, 0, 2]) // { variation: 1, xyzClass: 'Y' }
 * demandVariation([0, 0, 0]) // { variation: null, xyzClass: 'Z' }
 * demandVariation([5, 5]) // { variation: null, xyzClass: null }
 */
export function demandVariation(demand: ArrayLike<number>): DemandVariation {
  const count = demand.length
  requireNonNegativeValues('demand', demand)
  if (count < fewestMonths) return { variation: null, xyzClass: null }

  const mean = total(demand) / count
  if (mean === 0) return { variation: null, xyzClass: 'Z' }

  const squares = Float64Array.from(demand, (amount) => (amount / mean - 1) ** 2)
  const variation = Math.sqrt(total(squares) / count)
  return { variation, xyzClass: xyzClassOf(roundDecimals(variation, 12)) }
}

function xyzClassOf(variation: number): XyzClass {
  if (variation <= 0.5) return 'X'
  return variation <= 1 ? 'Y' : 'Z'
}
