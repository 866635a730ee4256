import { requireNonNegativeValues } from '../arguments/require-non-negative-values.ts'
import { countLower } from './count-lower.ts'
import { cumulativeShare } from './cumulative-share.ts'

/** A point of the curve: the first `accounts` of all accounts hold `measure` of the total, both fractions of 1. */
export interface ConcentrationPoint {
  readonly accounts: number
  readonly measure: number
}

/**
 * The curve of cumulative shares, thinned for drawing: largest first for a Pareto chart, smallest first for a Lorenz
 * curve.
 *
 * Half of the points are spread evenly over the accounts, the other half evenly over the measure, so that the steep part
 * of a concentrated curve (a thousandth of the accounts with a third of the total) keeps its shape. The straight line
 * between neighbouring points misses the full curve by less than 1 / floor(points / 2) of the measure; the first point is
 * (0, 0), the last (1, 1).
 *
 * @param values finite, not below 0, any order; the ABC analysis passes {@link positiveValues}
 * @param options `points`: the most points returned, 200 where absent; `order`: 'descending' where absent
 * @returns ascending in both coordinates; only (0, 0) when there are no values or their total is 0
 * @throws RangeError when `points` is not an integer of at least 2, or naming a value that is negative or not finite
 * Source: Lorenz 1905, "Methods of measuring the concentration of wealth"; Pareto 1896.
 * @example
 * concentrationCurve([1, 3]) // [{ accounts: 0, measure: 0 }, { accounts: 0.5, measure: 0.75 }, { accounts: 1, measure: 1 }]
 * concentrationCurve([1, 3], { order: 'ascending' })[1] // { accounts: 0.5, measure: 0.25 }
 * concentrationCurve([4, 3, 2, 1], { points: 2 }) // [{ accounts: 0, measure: 0 }, { accounts: 1, measure: 1 }]
 */
export function concentrationCurve(
  values: ArrayLike<number>,
  options: { readonly points?: number; readonly order?: 'descending' | 'ascending' } = {},
): ConcentrationPoint[] {
  const { points = 200, order = 'descending' } = options
  if (!Number.isSafeInteger(points) || points < 2) {
    throw new RangeError(`points must be an integer of at least 2, got ${points}`)
  }
  requireNonNegativeValues('values', values)
  const descending = cumulativeShare(Float64Array.from(values).sort().reverse())
  if (!descending.at(-1)) return [{ accounts: 0, measure: 0 }]

  const count = descending.length
  const ranks = count < points ? [...Array(count + 1).keys()] : thinnedRanks(descending, Math.floor(points / 2))
  if (order === 'descending') return curveAt(ranks, descending)
  return curveAt(ranks.map((rank) => count - rank).reverse(), cumulativeShare(Float64Array.from(values).sort()))
}

function curveAt(ranks: readonly number[], shares: Float64Array): ConcentrationPoint[] {
  return ranks.map((rank) => ({ accounts: rank / shares.length, measure: rank === 0 ? 0 : (shares[rank - 1] ?? 1) }))
}

/** Ranks from 0 to the last, ascending: at even steps of the accounts, and where even steps of the measure are reached. */
function thinnedRanks(shares: Float64Array, steps: number): number[] {
  const ranks = new Set([0, shares.length])
  for (let step = 1; step < steps; step++) {
    ranks.add(Math.floor((shares.length * step) / steps))
    ranks.add(countLower(shares, step / steps) + 1)
  }
  return [...ranks].sort((a, b) => a - b)
}
