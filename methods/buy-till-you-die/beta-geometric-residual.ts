import { gaussLegendre } from '../special-functions/gauss-legendre.ts'
import { logBeta } from '../special-functions/log-beta.ts'
import { logGamma } from '../special-functions/log-gamma.ts'
import { regularizedBeta } from '../special-functions/regularized-beta.ts'
import { leavingChances } from './beta-geometric-kernel.ts'
import type { PurchaseHistories } from './purchase-histories.ts'
import type { BetaGeometricParameters } from './purchase-parameters.ts'
import { stageMixture } from './stage-mixture.ts'

const rateRule = gaussLegendre(48)
const leavingRule = gaussLegendre(80)
/** A chance of leaving nearer than e⁻²³ to 0 or 1 counts as 0 or 1. */
const farthestLogit = 23

/** A distribution by points and weights that add up to 1. */
interface Mixture {
  readonly points: Float64Array
  readonly weights: Float64Array
}

/**
 * Discounted purchases of all time expected of customers who are alive at the end of observation, under BG/NBD, MBG/NBD
 * and their versions with k stages per purchase.
 *
 * A stage takes time 1/λ on average and is worth ρ = λ/(λ + δ), so with j stages passed and a chance p of leaving the
 * purchases are worth ρ^(k−j) / (1 − (1 − p) ρᵏ). Its expectation over λ ~ Gamma(R + j, α + T) and p ~ Beta(a, b + n) is
 * taken by Gauss–Legendre over log λ and log(p/(1 − p)).
 *
 * @param parameters a may be 0: nobody leaves
 * @param histories one row per customer
 * @param discountRate δ, continuous, per unit of time, above 0
 * Source: Fader, Hardie and Lee 2005 for the model; the residual by the geometric series above.
 * @example
 * betaGeometricResidual({ model: 'bg-nbd', k: 1, r: 1, alpha: 2, a: 0, b: 1 }, purchaseHistories([{ purchases: 3, recency: 5, age: 6 }]), 0.1)[0].toFixed(5) // '5.00000'
 */
export function betaGeometricResidual(
  parameters: BetaGeometricParameters,
  histories: PurchaseHistories,
  discountRate: number,
): Float64Array {
  const { model, k, a, b } = parameters
  const leavingOf = new Map<number, Mixture>()
  const [values] = stageMixture(parameters, histories, {
    width: 1,
    of: ({ shape, length, passed, purchases }) => {
      const leaving = leavingOf.get(purchases) ?? leavingMixture(a, b + purchases + leavingChances(model))
      leavingOf.set(purchases, leaving)
      return [expectedWorth(rateMixture(shape, { length, discountRate }), leaving, { k, passed })]
    },
  })
  return values ?? new Float64Array(0)
}

function expectedWorth(stageValue: Mixture, leaving: Mixture, { k, passed }: { k: number; passed: number }): number {
  let sum = 0
  stageValue.points.forEach((worth, i) => {
    const purchase = worth ** k
    let followed = 0
    for (let j = 0; j < leaving.points.length; j++) {
      followed += (leaving.weights[j] ?? 0) / (1 - purchase + purchase * (leaving.points[j] ?? 0))
    }
    sum += (stageValue.weights[i] ?? 0) * worth ** (k - passed) * followed
  })
  return sum
}

/** What a stage is worth, over λ ~ Gamma(shape, length). */
function rateMixture(shape: number, span: { readonly length: number; readonly discountRate: number }): Mixture {
  const { length, discountRate } = span
  const centre = Math.log(shape / length)
  const width = 10 / Math.sqrt(shape)
  // A slow stage is worth little, so for small shapes the worth ends the left tail before the density does.
  const low = shape > 9 ? centre - width : Math.min(centre, Math.log(discountRate)) - 32 / (shape + 1)
  const high = shape > 9 ? centre + width : Math.log((shape + 10 * Math.sqrt(shape) + 40) / length)
  const constant = shape * Math.log(length) - logGamma(shape)
  const points = rateRule.nodes.map((node) => {
    const rate = Math.exp(low + (high - low) * node)
    return rate / (rate + discountRate)
  })
  const weights = rateRule.weights.map((weight, i) => {
    const logRate = low + (high - low) * (rateRule.nodes[i] ?? 0)
    return weight * (high - low) * Math.exp(constant + shape * logRate - length * Math.exp(logRate))
  })
  return { points, weights }
}

/** p ~ Beta(a, b); all at 0 for a = 0. */
function leavingMixture(a: number, b: number): Mixture {
  if (a === 0) return { points: Float64Array.of(0), weights: Float64Array.of(1) }
  const low = Math.max(-farthestLogit, -upperLogit(b, a))
  const high = Math.min(farthestLogit, upperLogit(a, b))
  const below = regularizedBeta(1 / (1 + Math.exp(-low)), { a, b })
  const above = regularizedBeta(1 / (1 + Math.exp(high)), { a: b, b: a })
  if (!(low < high)) return { points: Float64Array.of(0, 1), weights: Float64Array.of(1 - above, above) }
  const constant = -logBeta(a, b)
  const logits = leavingRule.nodes.map((node) => low + (high - low) * node)
  const weights = leavingRule.weights.map((weight, i) => {
    const logit = logits[i] ?? 0
    const density = constant - a * Math.log1p(Math.exp(-logit)) - b * Math.log1p(Math.exp(logit))
    return weight * (high - low) * Math.exp(density)
  })
  return {
    points: Float64Array.of(0, 1, ...logits.map((logit) => 1 / (1 + Math.exp(-logit)))),
    weights: Float64Array.of(below, above, ...weights),
  }
}

/** Beyond this logit the density of Beta(a, b) has fallen by e⁻⁴⁰: as a gamma density does, or exponentially. */
function upperLogit(a: number, b: number): number {
  return Math.max(Math.log(a / b) + Math.max(10 / Math.sqrt(b), 40 / b), Math.log((a + 10 * Math.sqrt(a) + 40) / b))
}
