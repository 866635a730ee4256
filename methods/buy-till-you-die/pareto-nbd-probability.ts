import { gaussLegendre } from '../special-functions/gauss-legendre.ts'
import { logGamma } from '../special-functions/log-gamma.ts'
import { logRisingFactorial } from '../special-functions/log-rising-factorial.ts'
import type { PurchaseCount } from './purchase-probability.ts'
import type { ParetoNbdParameters } from './purchase-parameters.ts'

const rule = gaussLegendre(64)

/**
 * P(X(t) = n) under the Pareto/NBD: an NBD up to t for a customer who stays, up to the time of leaving for one who
 * leaves before; integrated over that time, in log(τ + min(α, β)).
 *
 * @param parameters of the model
 * @param count purchases and horizon
 * Source: Fader and Hardie 2006, "Deriving an expression for P(X(t) = x) under the Pareto/NBD model", before integration.
 * @example
 * paretoNbdProbability({ model: 'pareto-nbd', r: 1, alpha: 1, s: 1, beta: 1 }, { purchases: 0, horizon: 1 }).toFixed(9) // '0.625000000'
 */
export function paretoNbdProbability(
  { r, alpha, s, beta }: ParetoNbdParameters,
  { purchases, horizon }: PurchaseCount,
): number {
  if (horizon === 0) return purchases === 0 ? 1 : 0
  const logWays = logRisingFactorial(r, purchases) - logGamma(purchases + 1)
  const bought = (time: number): number => {
    const some = purchases === 0 ? 0 : purchases * Math.log(time / (alpha + time))
    return Math.exp(logWays - r * Math.log1p(time / alpha) + some)
  }
  const stays = (time: number): number => Math.exp(-s * Math.log1p(time / beta))

  const near = Math.min(alpha, beta)
  const width = Math.log1p(horizon / near)
  const panels = Math.ceil(width / 3)
  let left = 0
  for (let panel = 0; panel < panels; panel++) {
    rule.nodes.forEach((node, i) => {
      const w = ((panel + node) * width) / panels
      const time = near * Math.expm1(w)
      const density = (s / (beta + time)) * stays(time) * near * Math.exp(w)
      left += ((rule.weights[i] ?? 0) * width * density * bought(time)) / panels
    })
  }
  return bought(horizon) * stays(horizon) + left
}
