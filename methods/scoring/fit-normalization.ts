import { requireFraction } from '../special-functions/require-fraction.ts'
import type { CapLimits, CapQuantiles, FittedNormalization, NormalizationRule } from './normalization-rule.ts'
import { requireNormalizationRule } from './require-normalization-rule.ts'
import { sampleQuantile } from './sample-quantile.ts'
import { sortedFigures } from './sorted-figures.ts'

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
  return fitSortedNormalization({ figures, sorted: needsOrder ? sortedFigures(figures).sorted : null }, rule)
}

/** A column with its known figures, smallest first; these are needed by percentiles and caps only. */
export interface SortedColumn {
  readonly figures: ArrayLike<number>
  readonly sorted: Float64Array | null
}

/**
 * {@link fitNormalization} for a column whose order is known already. The sorted figures become part of the result.
 *
 * @throws RangeError as {@link fitNormalization} does, or where sorted figures are needed and not given
 * @example
 * fitSortedNormalization({ figures: [3, 1], sorted: Float64Array.of(1, 3) }, { method: 'percentile' }).sorted.length // 2
 * fitSortedNormalization({ figures: [3, 1], sorted: null }, { method: 'percentile' }) // throws RangeError
 */
export function fitSortedNormalization(
  { figures, sorted }: SortedColumn,
  rule: NormalizationRule,
): FittedNormalization {
  requireNormalizationRule(rule)
  requireNoInfinity(figures, sorted)
  if (rule.method === 'target' || rule.method === 'piecewise') return rule
  const { method, direction = 'higher' } = rule
  if (sorted === null && (method === 'percentile' || rule.caps !== undefined)) {
    throw new RangeError('sorted must be given for percentiles and caps, got null')
  }
  const caps = sorted === null ? null : capLimits(sorted, rule.caps)
  if (sorted !== null && caps !== null) {
    sorted.forEach((figure, i) => (sorted[i] = Math.min(caps.high, Math.max(caps.low, figure))))
  }
  if (method === 'percentile') return { method, direction, caps, sorted: sorted ?? new Float64Array() }
  if (method === 'z-score') return { method, direction, caps, ...meanAndDeviation(sorted ?? figures) }
  return { method, direction, caps, ...range(sorted ?? figures) }
}

/** Infinite figures stand at the ends, where the order is known. */
function requireNoInfinity(figures: ArrayLike<number>, sorted: Float64Array | null): void {
  const ends = sorted === null ? null : [sorted[0] ?? 0, sorted.at(-1) ?? 0]
  if (ends?.every(Number.isFinite) === true) return
  for (let i = 0; i < figures.length; i++) {
    if (Math.abs(figures[i] ?? 0) === Infinity) throw new RangeError(`figures[${i}] must be finite, got ${figures[i]}`)
  }
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
