import { requireFraction } from '../special-functions/require-fraction.ts'
import { ascendingOrder } from './ascending-order.ts'
import type { CapLimits, CapQuantiles, FittedNormalization, NormalizationRule } from './normalization-rule.ts'
import { requireNormalizationRule } from './require-normalization-rule.ts'
import { sampleQuantile } from './sample-quantile.ts'

/**
 * Takes from a population what a rule needs: its ranks, its range, or its mean and deviation.
 *
 * Caps are quantiles of the known figures (winsorising): figures beyond them count as them, in the fit and in every later
 * use.
 *
 * @param figures one per account, any order, finite; NaN = unknown, does not take part
 * @param rule of the criterion
 * @returns the rule with its parameters; apply it by {@link normalizedColumn}
 * @throws RangeError naming the part of the rule or the figure it cannot work with
 * Source: Tukey 1962, "The future of data analysis" (winsorising); Keeney and Raiffa 1976, "Decisions with multiple
 * objectives" (value functions).
 * @example
 * fitNormalization([10, NaN, 30], { method: 'min-max' }) // { method: 'min-max', direction: 'higher', caps: null, minimum: 10, maximum: 30 }
 * fitNormalization([1, 2, 3, 4, 500], { method: 'min-max', caps: { low: 0, high: 0.75 } }).maximum // 4
 * fitNormalization([1, Infinity], { method: 'z-score' }) // throws RangeError
 */
export function fitNormalization(figures: ArrayLike<number>, rule: NormalizationRule): FittedNormalization {
  const directed = rule.method !== 'target' && rule.method !== 'piecewise'
  const needsOrder = directed && (rule.method === 'percentile' || rule.caps !== undefined)
  return fitOrderedNormalization({ figures, order: needsOrder ? ascendingOrder(figures) : new Uint32Array() }, rule)
}

/** A column with the positions of its known figures, smallest first; the order is used by percentiles and caps only. */
export interface OrderedFigures {
  readonly figures: ArrayLike<number>
  readonly order: Uint32Array
}

/**
 * {@link fitNormalization} for a column whose order is known already.
 *
 * @throws RangeError as {@link fitNormalization} does
 * @example
 * fitOrderedNormalization({ figures: [3, 1], order: ascendingOrder([3, 1]) }, { method: 'min-max' }).maximum // 3
 */
export function fitOrderedNormalization(column: OrderedFigures, rule: NormalizationRule): FittedNormalization {
  const { figures } = column
  requireNormalizationRule(rule)
  for (let i = 0; i < figures.length; i++) {
    if (Math.abs(figures[i] ?? 0) === Infinity) throw new RangeError(`figures[${i}] must be finite, got ${figures[i]}`)
  }
  if (rule.method === 'target' || rule.method === 'piecewise') return rule
  const { method, direction = 'higher' } = rule
  const sorted = method === 'percentile' || rule.caps !== undefined ? sortedKnown(column) : null
  const caps = sorted === null ? null : capLimits(sorted, rule.caps)
  if (sorted !== null && caps !== null) {
    sorted.forEach((figure, i) => (sorted[i] = Math.min(caps.high, Math.max(caps.low, figure))))
  }
  if (method === 'percentile') return { method, direction, caps, sorted: sorted ?? new Float64Array() }
  if (method === 'z-score') return { method, direction, caps, ...meanAndDeviation(sorted ?? figures) }
  return { method, direction, caps, ...range(sorted ?? figures) }
}

function sortedKnown({ figures, order }: OrderedFigures): Float64Array {
  const sorted = new Float64Array(order.length)
  for (let i = 0; i < order.length; i++) sorted[i] = figures[order[i] ?? 0] ?? Number.NaN
  return sorted
}

function capLimits(sorted: Float64Array, caps: CapQuantiles | undefined): CapLimits | null {
  if (caps === undefined || sorted.length === 0) return null
  const low = sampleQuantile(sorted, requireFraction('caps.low', caps.low))
  return { low, high: sampleQuantile(sorted, requireFraction('caps.high', caps.high)) }
}

function range(figures: ArrayLike<number>): { minimum: number; maximum: number } {
  let minimum = Infinity
  let maximum = -Infinity
  for (let i = 0; i < figures.length; i++) {
    const figure = figures[i] ?? Number.NaN
    if (figure < minimum) minimum = figure
    if (figure > maximum) maximum = figure
  }
  return minimum > maximum ? { minimum: Number.NaN, maximum: Number.NaN } : { minimum, maximum }
}

/** Welford's way, so that a large mean does not eat the deviation. */
function meanAndDeviation(figures: ArrayLike<number>): { mean: number; deviation: number } {
  let [known, mean, squares] = [0, 0, 0]
  for (let i = 0; i < figures.length; i++) {
    const figure = figures[i] ?? Number.NaN
    if (Number.isNaN(figure)) continue
    known++
    const before = figure - mean
    mean += before / known
    squares += before * (figure - mean)
  }
  return known === 0 ? { mean: Number.NaN, deviation: Number.NaN } : { mean, deviation: Math.sqrt(squares / known) }
}
