import type { SquareMatrix } from './cholesky-factor.ts'

/**
 * Variance of a function of estimated parameters by the delta method: gᵀ Σ g.
 *
 * @param gradient derivatives of the function by the parameters, at the estimate
 * @param covariance of the parameters, in the same order and on the same scale (logarithms with logarithms)
 * @returns at least 0
 * Source: Oehlert 1992, "A note on the delta method".
 * @example
 * deltaVariance([1, 2], { size: 2, values: Float64Array.of(4, 1, 1, 9) }) // 44
 */
export function deltaVariance(gradient: ArrayLike<number>, { size, values }: SquareMatrix): number {
  let variance = 0
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) variance += (gradient[i] ?? 0) * (gradient[j] ?? 0) * (values[i * size + j] ?? 0)
  }
  return Math.max(0, variance)
}
