import { ascendingOrder } from './ascending-order.ts'
import type { FittedNormalization } from './normalization-rule.ts'
import { normalizedValue } from './normalized-value.ts'
import { percentileColumn } from './percentile-column.ts'

/**
 * The values, 0 (worst) to 1 (best), of a column of figures by a rule fitted to this or another population.
 *
 * @param figures one per account; NaN = unknown
 * @returns one value per account, NaN where unknown; each as {@link normalizedValue} gives it
 * @example
 * [...normalizedColumn([10, 30, 20, 40], fitNormalization([10, 30, 20, 40], { method: 'percentile' }))] // [0.125, 0.625, 0.375, 0.875]
 * [...normalizedColumn([5, NaN], fitNormalization([5, 5], { method: 'z-score' }))] // [0.5, NaN]
 */
export function normalizedColumn(figures: ArrayLike<number>, fitted: FittedNormalization): Float64Array {
  if (fitted.method === 'percentile') return percentileColumn({ figures, order: ascendingOrder(figures) }, fitted)
  const values = new Float64Array(figures.length)
  for (let i = 0; i < values.length; i++) values[i] = normalizedValue(figures[i] ?? Number.NaN, fitted)
  return values
}
