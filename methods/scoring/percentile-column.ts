import type { FittedNormalization } from './normalization-rule.ts'

/** A column with the positions of its known figures, smallest first. */
export interface OrderedFigures {
  readonly figures: ArrayLike<number>
  readonly order: ArrayLike<number>
}

/**
 * Percentile values of a whole column, in one walk through the two sorted columns where looking up each figure would
 * search the population every time.
 *
 * @param column figures with their order
 * @param fitted percentiles of a population
 * @returns as `normalizedValue` gives them one by one; NaN where unknown
 * @example
 * [...percentileColumn({ figures: [9, NaN, 1], order: [2, 0] }, fitNormalization([1, 5], { method: 'percentile' }))] // [1, NaN, 0.25]
 */
export function percentileColumn(
  { figures, order }: OrderedFigures,
  { sorted, caps, direction }: FittedNormalization & { readonly method: 'percentile' },
): Float64Array {
  const values = new Float64Array(figures.length).fill(Number.NaN)
  let lower = 0
  let notAbove = 0
  for (let i = 0; i < order.length; i++) {
    const account = order[i] ?? 0
    const figure = figures[account] ?? 0
    const capped = caps === null ? figure : Math.min(caps.high, Math.max(caps.low, figure))
    while (lower < sorted.length && (sorted[lower] ?? 0) < capped) lower++
    if (notAbove < lower) notAbove = lower
    while (notAbove < sorted.length && (sorted[notAbove] ?? 0) <= capped) notAbove++
    const value = (lower + notAbove) / (2 * sorted.length)
    values[account] = direction === 'lower' ? 1 - value : value
  }
  return values
}
