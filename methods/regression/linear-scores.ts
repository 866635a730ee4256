/**
 * Linear predictor of every row: intercept + Σ coefficient · covariate.
 *
 * @param columns one per covariate
 * @param model coefficients in the order of the columns; intercept 0 where absent
 * @example
 * [...linearScores([Float64Array.of(1, 2), Float64Array.of(0, 1)], { intercept: 1, coefficients: [2, 10] })] // [3, 15]
 */
export function linearScores(
  columns: readonly Float64Array[],
  model: { readonly intercept?: number; readonly coefficients: ArrayLike<number> },
): Float64Array {
  const scores = new Float64Array(columns[0]?.length ?? 0).fill(model.intercept ?? 0)
  columns.forEach((column, j) => {
    const coefficient = model.coefficients[j] ?? 0
    for (let row = 0; row < scores.length; row++) scores[row] = (scores[row] ?? 0) + coefficient * (column[row] ?? 0)
  })
  return scores
}
