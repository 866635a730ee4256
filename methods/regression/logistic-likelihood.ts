import type { SquareMatrix } from '../optimization/cholesky-factor.ts'

/** A logistic regression at some coefficients: intercept first. */
export interface LogisticPoint {
  readonly point: Float64Array
  readonly logLikelihood: number
  /** logLikelihood less the penalty. */
  readonly objective: number
  readonly gradient: Float64Array
  /** Negative second derivatives of the objective. */
  readonly information: SquareMatrix
}

/**
 * Log-likelihood of a logistic regression with the slope and curvature that its fit needs.
 *
 * @param columns covariates
 * @param outcomes 0 or 1 per row
 * @param at `point`: intercept and coefficients; `ridge`: penalty on half the squares of the coefficients
 * @example
 * logisticLikelihood([], Uint8Array.of(0, 1), { point: Float64Array.of(0), ridge: 0 }).logLikelihood // -2 * Math.LN2
 */
export function logisticLikelihood(
  columns: readonly Float64Array[],
  outcomes: Uint8Array,
  at: { readonly point: Float64Array; readonly ridge: number },
): LogisticPoint {
  const { point, ridge } = at
  const size = columns.length + 1
  const gradient = new Float64Array(size)
  const values = new Float64Array(size * size)
  const row = new Float64Array(size).fill(1)
  let logLikelihood = 0
  for (let i = 0; i < outcomes.length; i++) {
    let score = point[0] ?? 0
    for (let j = 1; j < size; j++) {
      row[j] = columns[j - 1]?.[i] ?? 0
      score += (point[j] ?? 0) * (row[j] ?? 0)
    }
    const outcome = outcomes[i] ?? 0
    const probability = 1 / (1 + Math.exp(-score))
    // log(1 + e^score) without overflow.
    logLikelihood += outcome * score - Math.max(score, 0) - Math.log1p(Math.exp(-Math.abs(score)))
    const weight = probability * (1 - probability)
    for (let j = 0; j < size; j++) {
      gradient[j] = (gradient[j] ?? 0) + (outcome - probability) * (row[j] ?? 0)
      const weighted = weight * (row[j] ?? 0)
      for (let k = 0; k < size; k++) values[j * size + k] = (values[j * size + k] ?? 0) + weighted * (row[k] ?? 0)
    }
  }
  let penalty = 0
  for (let j = 1; j < size; j++) {
    const coefficient = point[j] ?? 0
    penalty += (ridge * coefficient * coefficient) / 2
    gradient[j] = (gradient[j] ?? 0) - ridge * coefficient
    values[j * (size + 1)] = (values[j * (size + 1)] ?? 0) + ridge
  }
  return { point, logLikelihood, objective: logLikelihood - penalty, gradient, information: { size, values } }
}
