import { requireNonNegativeValues } from '../arguments/require-non-negative-values.ts'
import { total } from '../arithmetic/total.ts'

/**
 * Gini coefficient: how unequally a total is spread. 0 = all the same; towards 1 = one holds everything.
 *
 * G = Σ (2i − n − 1) xᵢ / (n Σ x) over the values in ascending order, i from 1; half the mean absolute difference in
 * units of the mean. No small-sample correction, so the largest possible value is (n − 1) / n. Zeros count as members;
 * the ABC analysis passes {@link positiveValues} only.
 *
 * @param values finite, not below 0, any order; not changed
 * @returns 0 ≤ G < 1; 0 for no values and when the total is 0
 * @throws RangeError naming the first value that is negative or not finite
 * Source: Gini 1912, "Variabilità e mutabilità"; Sen 1973, "On Economic Inequality", for this form.
 * @example
 * gini([1, 1]) // 0
 * gini([1, 3]) // 0.25
 * gini([0, 0, 0, 8]) // 0.75
 */
export function gini(values: ArrayLike<number>): number {
  const count = values.length
  requireNonNegativeValues('values', values)

  const sum = total(values)
  if (sum === 0) return 0
  const weighted = Float64Array.from(values)
    .sort()
    .map((value, i) => ((2 * i + 1 - count) / count) * (value / sum))
  return Math.max(0, total(weighted))
}
