import type { LogLikelihood } from '../optimization/maximize-likelihood.ts'
import { digamma } from '../special-functions/digamma.ts'
import { logGamma } from '../special-functions/log-gamma.ts'
import { logRisingFactorial } from '../special-functions/log-rising-factorial.ts'
import type { TimedGaps } from './rhythm-gaps.ts'

/**
 * Log-likelihood of the gaps of a portfolio with its derivatives by regularity κ, spread q and scale γ.
 *
 * The x gaps of an account, of sum t, are Gamma(κ, rate ν), ν ~ Gamma(q, γ):
 * L = Π gap^(κ−1)/Γ(κ)ˣ · Γ(q + κx)/Γ(q) · γ^q / (γ + t)^(q + κx).
 *
 * @param accounts only rows with gaps
 * Source: Wheat and Morrison 1990, "Estimating purchase regularity with two interpurchase times", for the gamma gaps.
 * @example
 * rhythmLikelihood({ gaps: Float64Array.of(1), meanGap: Float64Array.of(1), silence: Float64Array.of(0), logGaps: Float64Array.of(0) })(Float64Array.of(1, 1, 1), new Float64Array(3)).toFixed(9) // Math.log(0.25).toFixed(9)
 */
export function rhythmLikelihood({ gaps, meanGap, logGaps }: TimedGaps): LogLikelihood {
  const accountsOf = new Map<number, number>()
  for (const count of gaps) accountsOf.set(count, (accountsOf.get(count) ?? 0) + 1)
  const gapTotal = gaps.reduce((sum, count) => sum + count, 0)
  const logTotal = logGaps.reduce((sum, value) => sum + value, 0)

  return ([regularity = 0, spread = 0, scale = 0], gradient) => {
    let value = (regularity - 1) * logTotal - gapTotal * logGamma(regularity)
    let byRegularity = logTotal - gapTotal * digamma(regularity)
    let bySpread = 0
    for (const [count, accounts] of accountsOf) {
      const shared = digamma(spread + regularity * count)
      value += accounts * logRisingFactorial(spread, regularity * count)
      byRegularity += accounts * count * shared
      bySpread += accounts * (shared - digamma(spread))
    }
    let byScale = 0
    for (let row = 0; row < gaps.length; row++) {
      const count = gaps[row] ?? 0
      const time = count * (meanGap[row] ?? 0)
      const fade = Math.log1p(time / scale)
      const logLength = Math.log(scale + time)
      value -= spread * fade + regularity * count * logLength
      byRegularity -= count * logLength
      bySpread -= fade
      byScale += ((spread * time) / scale - regularity * count) / (scale + time)
    }
    gradient[0] = byRegularity
    gradient[1] = bySpread
    gradient[2] = byScale
    return value
  }
}
