import { gaussLegendre } from '../special-functions/gauss-legendre.ts'
import { discountedSurvival } from './discounted-survival.ts'
import type { ParetoNbdParameters } from './purchase-parameters.ts'
import type { PurchaseMoments } from './staying-purchases.ts'

const rule = gaussLegendre(24)

/**
 * Moments of the purchases within a horizon of a customer who is alive at the end of observation, under the Pareto/NBD.
 *
 * The rate is Gamma(r + x, α + T) and the customer stays beyond τ with probability S(τ) = ((β + T)/(β + T + τ))^s.
 * Purchases up to the end of the stay ω are Poisson: E[Y(Y − 1)] = E[λ²] · 2 ∫ τ S(τ) dτ, and
 * P(Y > 0) = E[∫ λ e^(−λτ) S(τ) dτ], all for τ up to the horizon.
 *
 * @param parameters of the model
 * @param customer purchases, age and horizon
 * @param into receives the moments
 * Source: Schmittlein, Morrison and Colombo 1987, for the posterior distributions.
 * @example
 * paretoNbdMoments({ model: 'pareto-nbd', r: 1, alpha: 1, s: 1, beta: 1 }, { purchases: 0, age: 1, horizon: 0 }, { some: 1, mean: 1, square: 1 }) // undefined
 */
export function paretoNbdMoments(
  { r, alpha, s, beta }: ParetoNbdParameters,
  customer: { readonly purchases: number; readonly age: number; readonly horizon: number },
  into: PurchaseMoments,
): void {
  const { purchases, age, horizon } = customer
  const shape = r + purchases
  const length = alpha + age
  const lifetime = beta + age
  const near = Math.min(length, lifetime)
  const width = Math.log1p(horizon / near)
  let some = 0
  let stay = 0
  for (let i = 0; i < rule.nodes.length; i++) {
    const w = width * (rule.nodes[i] ?? 0)
    const time = near * Math.expm1(w)
    const weight = (rule.weights[i] ?? 0) * width * near * Math.exp(w) * Math.exp(-s * Math.log1p(time / lifetime))
    some += weight * (shape / length) * Math.exp(-(shape + 1) * Math.log1p(time / length))
    stay += weight * 2 * time
  }
  into.some = Math.min(1, some)
  into.mean = (shape / length) * discountedSurvival({ s, length: lifetime, horizon, discountRate: 0 })
  into.square = into.mean + ((shape * (shape + 1)) / (length * length)) * stay
}
