import { conditionalPurchases } from '../buy-till-you-die/conditional-purchases.ts'
import type { PurchaseHistories } from '../buy-till-you-die/purchase-histories.ts'
import type { PurchaseParameters } from '../buy-till-you-die/purchase-parameters.ts'
import type { Horizon } from '../buy-till-you-die/require-horizon.ts'
import { parameterNames, scaledParameters } from '../buy-till-you-die/scaled-parameters.ts'
import { deltaVariance } from '../optimization/delta-variance.ts'
import type { SquareMatrix } from '../optimization/cholesky-factor.ts'

/** Step in the logarithm of a parameter: small against its error, large against rounding. */
const step = 1e-4
/** Up to this discount of the whole horizon it is left out: it weighs the same purchases almost alike. */
const slightDiscount = 0.2

/**
 * Variance of the logarithm of every customer's {@link conditionalPurchases} that comes from the estimated parameters.
 *
 * Derivatives by differences: one forecast for each parameter, so work with grouped histories.
 *
 * @param fitted parameters, and the covariance of their logarithms
 * @param histories not changed; grouped histories give one value per group
 * @param horizon as for the forecast
 * @throws RangeError naming a parameter or horizon out of range
 * Source: Oehlert 1992, "A note on the delta method".
 * @example
 * purchaseLogVariances({ parameters: { model: 'nbd', k: 1, r: 1, alpha: 2 }, logCovariance: { size: 2, values: Float64Array.of(4, 0, 0, 0) } }, purchaseHistories([{ purchases: 0, recency: 0, age: 5 }]), { horizon: 5 })[0].toFixed(2) // '4.00'
 * purchaseLogVariances({ parameters: { model: 'nbd', k: 1, r: 0, alpha: 2 }, logCovariance: { size: 2, values: Float64Array.of(4, 0, 0, 0) } }, purchaseHistories([]), { horizon: 5 }) // throws RangeError
 */
export function purchaseLogVariances(
  fitted: { readonly parameters: PurchaseParameters; readonly logCovariance: SquareMatrix },
  histories: PurchaseHistories,
  horizon: Horizon,
): Float64Array {
  const { parameters, logCovariance } = fitted
  const span = (horizon.discountRate ?? 0) * horizon.horizon < slightDiscount ? { horizon: horizon.horizon } : horizon
  const base = conditionalPurchases(parameters, histories, span)
  const slopes = parameterNames(parameters.model).map((name) => {
    const moved = conditionalPurchases(scaledParameters(parameters, { name, factor: Math.exp(step) }), histories, span)
    return moved.map((value, row) => logSlope(value, base[row] ?? 0))
  })
  const gradient = new Float64Array(slopes.length)
  return Float64Array.from({ length: histories.purchases.length }, (_, row) => {
    slopes.forEach((slope, j) => (gradient[j] = slope[row] ?? 0))
    return deltaVariance(gradient, logCovariance)
  })
}

function logSlope(moved: number, base: number): number {
  return moved > 0 && base > 0 ? Math.log(moved / base) / step : 0
}
