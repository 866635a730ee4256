import { gaussLegendre } from '../special-functions/gauss-legendre.ts'

const rule = gaussLegendre(32)

/** Survival ((beta + T) / (beta + T + τ))^s of a customer alive at T, and the time over which it counts. */
export interface DiscountedSurvival {
  readonly s: number
  /** beta + T */
  readonly length: number
  /** Infinity only with a discount rate above 0. */
  readonly horizon: number
  /** Continuous, per unit of time. */
  readonly discountRate: number
}

/**
 * Discounted time that a customer alive now stays, under a Pareto lifetime: ∫ e^(−δτ) (length/(length + τ))^s dτ.
 *
 * Taken in log(length + τ), where the integrand is smooth for every s; without discount the formula is in closed form.
 *
 * @param lifetime as described
 * @returns in units of time; also finite at s = 1, where the closed form is a logarithm
 * Source: Fader, Hardie and Lee 2005, "RFM and CLV: using iso-value curves", equation 2 before integration.
 * @example
 * discountedSurvival({ s: 1, length: 2, horizon: 2, discountRate: 0 }) // 2 * Math.LN2
 * discountedSurvival({ s: 1e-9, length: 2, horizon: Infinity, discountRate: 0.1 }).toFixed(6) // '10.000000'
 */
export function discountedSurvival({ s, length, horizon, discountRate }: DiscountedSurvival): number {
  const logReach = Math.log1p(horizon / length)
  if (discountRate === 0) {
    const exponent = (1 - s) * logReach
    return exponent === 0 ? length * logReach : (length * logReach * Math.expm1(exponent)) / exponent
  }
  // e^(−40) of the value is left out at most.
  const farthest = Math.log1p(Math.min(horizon, 45 / discountRate) / length)
  const width = s > 1 ? Math.min(farthest, 45 / (s - 1)) : farthest
  let sum = 0
  const panels = Math.max(1, Math.ceil(width / 4))
  for (let panel = 0; panel < panels; panel++) {
    rule.nodes.forEach((node, i) => {
      const w = ((panel + node) * width) / panels
      sum += (rule.weights[i] ?? 0) * Math.exp((1 - s) * w - discountRate * length * Math.expm1(w))
    })
  }
  return (length * width * sum) / panels
}
