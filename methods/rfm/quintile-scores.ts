import { countLower } from '../ranking/count-lower.ts'

/**
 * Scores 1 (lowest fifth) to 5 (highest fifth): 1 + floor(5 × accounts with a strictly lower value / n).
 *
 * Equal values share a score, so the fifths need not be of equal size: where everybody bought once, everybody scores 1.
 * All of recency (day of the last order), frequency (orders) and monetary (net revenue) are better the larger they are.
 *
 * @param values one per account, any order; null or NaN = unknown, which ranks below every known value
 * @returns one score per account, in the order of the input
 * Source: Hughes 1994, "Strategic Database Marketing" (quintile scoring); ties after the definition of this product.
 * @example
 * [...quintileScores([10, 20, 30, 40, 50])] // [1, 2, 3, 4, 5]
 * [...quintileScores([7, 7, 7, 9])] // [1, 1, 1, 4]
 * [...quintileScores([null, 3])] // [1, 3]
 */
export function quintileScores(values: ArrayLike<number | null>): Uint8Array {
  const figures = Float64Array.from(values, (value) => value ?? -Infinity).map((value) =>
    Number.isNaN(value) ? -Infinity : value,
  )
  const sorted = figures.toSorted()
  return Uint8Array.from(figures, (value) => 1 + Math.floor((5 * countLower(sorted, value)) / sorted.length))
}
