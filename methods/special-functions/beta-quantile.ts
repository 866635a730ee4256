import { logBeta } from './log-beta.ts'
import { regularizedBeta } from './regularized-beta.ts'
import { requireFraction } from './require-fraction.ts'

/**
 * Quantile of the beta distribution: the x with I_x(a, b) = probability.
 *
 * Bisection on log(x / (1 − x)) that takes Newton's step wherever it stays inside the bracket, so that it cannot fail.
 *
 * @param probability from 0 to 1
 * @param parameters a and b, finite numbers above 0
 * @throws RangeError naming the argument out of range
 * @example
 * roundDecimals(betaQuantile(0.5248, { a: 2, b: 3 }), 12) // 0.4
 * betaQuantile(0, { a: 2, b: 3 }) // 0
 * betaQuantile(2, { a: 2, b: 3 }) // throws RangeError
 */
export function betaQuantile(probability: number, parameters: { readonly a: number; readonly b: number }): number {
  const { a, b } = parameters
  requireFraction('probability', probability)
  const logFront = logBeta(a, b)
  if (probability === 0 || probability === 1) return probability
  let low = -700
  let high = 700
  let logit = Math.min(30, Math.max(-30, Math.log(a / b)))
  for (let turn = 0; turn < 300; turn++) {
    const x = 1 / (1 + Math.exp(-logit))
    const excess = regularizedBeta(x, parameters) - probability
    if (excess > 0) high = logit
    else low = logit
    // The derivative by the logit is the density times x (1 − x).
    const slope = Math.exp(-a * Math.log1p(Math.exp(-logit)) - b * Math.log1p(Math.exp(logit)) - logFront)
    const newton = logit - excess / slope
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - logit) < 1e-15 * Math.max(1, Math.abs(logit))) break
    logit = next
  }
  return 1 / (1 + Math.exp(-logit))
}
