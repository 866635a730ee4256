import { gaussLegendre } from '../special-functions/gauss-legendre.ts'
import { leavingChances } from './beta-geometric-kernel.ts'
import { betaGeometricResidual } from './beta-geometric-residual.ts'
import type { PurchaseHistories } from './purchase-histories.ts'
import type { BetaGeometricParameters } from './purchase-parameters.ts'
import type { Horizon } from './require-horizon.ts'
import { stageMixture } from './stage-mixture.ts'
import { stayingPurchases } from './staying-purchases.ts'

/** Up to here e^(−δτ) is followed; what comes later is worth less than 1e-14 of its time. */
const deepestDiscount = 32

/**
 * Purchases expected of customers who are alive at the end of observation, under BG/NBD, MBG/NBD and their versions with
 * k stages per purchase.
 *
 * For each stage that may have passed since the last purchase the purchases are {@link stayingPurchases}, mixed by
 * {@link stageMixture}. Discounting integrates by parts: e^(−δh) E(h) + δ ∫ e^(−δτ) E(τ) dτ; an
 * endless horizon is {@link betaGeometricResidual}.
 *
 * @param parameters a may be 0: nobody leaves
 * @param histories one row per customer
 * @param span checked by {@link requireHorizon}
 * Source: Fader, Hardie and Lee 2005; Reutterer, Platzer and Schröder 2021.
 * @example
 * betaGeometricForecast({ model: 'bg-nbd', k: 1, r: 1, alpha: 2, a: 0, b: 1 }, purchaseHistories([{ purchases: 3, recency: 5, age: 6 }]), { horizon: 4, discountRate: 0 })[0].toFixed(9) // '2.000000000'
 */
export function betaGeometricForecast(
  parameters: BetaGeometricParameters,
  histories: PurchaseHistories,
  span: Required<Horizon>,
): Float64Array {
  if (span.horizon === Infinity) return betaGeometricResidual(parameters, histories, span.discountRate)
  const { model, k, a, b } = parameters
  const times = evaluationTimes(span)
  const moments = { some: 0, mean: 0, square: 0 }
  const [values] = stageMixture(parameters, histories, {
    width: 1,
    of: ({ shape, length, passed, purchases }) => {
      const left = b + purchases + leavingChances(model)
      let value = 0
      for (const { time, weight } of times) {
        stayingPurchases({ shape, reach: time / (length + time), k, passed, a, b: left }, moments)
        value += weight * moments.mean
      }
      return [value]
    },
  })
  return values ?? new Float64Array(0)
}

/** Times at which the expectation is taken, and what each counts. */
function evaluationTimes({ horizon, discountRate }: Required<Horizon>): { time: number; weight: number }[] {
  if (discountRate === 0 || horizon === 0) return [{ time: horizon, weight: 1 }]
  const end = Math.min(horizon, deepestDiscount / discountRate)
  const depth = discountRate * end
  const { nodes, weights } = gaussLegendre(depth < 0.15 ? 6 : depth < 4 ? 16 : 32)
  // The expectation bends most near 0, so the nodes stand on squares.
  const inner = Array.from(nodes, (node, i) => {
    const time = end * node * node
    return { time, weight: (weights[i] ?? 0) * 2 * node * depth * Math.exp(-discountRate * time) }
  })
  return [...inner, { time: end, weight: Math.exp(-depth) }]
}
