import type { PurchaseHistories } from './purchase-histories.ts'
import type { BetaBinomialParameters } from './purchase-parameters.ts'
import type { Horizon } from './require-horizon.ts'

const mostOpportunities = 1_000_000

/**
 * Purchases expected of customers who are alive at the opportunity after the end of observation, under the BG/BB:
 * (α + x)/(α + β + n) · Σ e^(−δj) · P(alive at n + j | alive at n + 1), j from 1 to the horizon.
 *
 * @param histories one row per customer; age counts opportunities
 * @param span checked by {@link requireHorizon}; a horizon that is not whole counts its whole part
 * Source: Fader, Hardie and Shang 2010, equations 13 and 14.
 * @example
 * betaBinomialForecast({ model: 'bg-bb', alpha: 1, beta: 1, gamma: 1, delta: 1 }, purchaseHistories([{ purchases: 0, recency: 0, age: 0 }]), { horizon: 1, discountRate: 0 })[0] // 0.5
 */
export function betaBinomialForecast(
  { alpha, beta, gamma, delta }: BetaBinomialParameters,
  { purchases, age }: PurchaseHistories,
  span: Required<Horizon>,
): Float64Array {
  const stays = new Map<number, number>()
  return purchases.map((bought, row) => {
    const seen = age[row] ?? 0
    const stay = stays.get(seen) ?? expectedStay({ gamma, delta: delta + seen }, span)
    stays.set(seen, stay)
    return ((alpha + bought) / (alpha + beta + seen)) * stay
  })
}

/** Discounted number of opportunities that a customer with θ ~ Beta(gamma, delta) still sees. */
function expectedStay(leaving: { gamma: number; delta: number }, { horizon, discountRate }: Required<Horizon>): number {
  const { gamma, delta } = leaving
  const discount = Math.exp(-discountRate)
  let present = discount
  let sum = 0
  for (let j = 1; j <= Math.min(horizon, mostOpportunities); j++) {
    sum += present
    if (present < 1e-16 * sum * (1 - discount)) break
    present *= (discount * (delta + j)) / (gamma + delta + j)
  }
  return sum
}
