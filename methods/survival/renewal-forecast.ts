import { requireInteger } from '../arguments/require-integer.ts'
import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { requirePositive } from '../special-functions/require-positive.ts'
import type { ShiftedBetaGeometricParameters } from './fit-shifted-beta-geometric.ts'

/** At index t: after t renewals. */
export interface RenewalForecast {
  /** Share of the cohort still there; 1 at index 0. */
  readonly survival: Float64Array
  /** Share of those there after t renewals that renews once more. */
  readonly retention: Float64Array
}

/**
 * Survival and retention of a cohort under the shifted-beta-geometric model.
 *
 * @param parameters alpha and beta, finite numbers above 0
 * @param renewals how far
 * @throws RangeError naming the argument out of range
 * Source: Fader and Hardie 2007, "How to project customer retention", equations 5 and 7.
 * @example
 * [...renewalForecast({ alpha: 1, beta: 1 }, 2).survival].map((share) => share.toFixed(4)) // ['1.0000', '0.5000', '0.3333']
 * renewalForecast({ alpha: 0, beta: 1 }, 2) // throws RangeError
 */
export function renewalForecast(parameters: ShiftedBetaGeometricParameters, renewals: number): RenewalForecast {
  const alpha = requirePositive('alpha', parameters.alpha)
  const beta = requirePositive('beta', parameters.beta)
  requireNonNegative('renewals', requireInteger('renewals', renewals))
  const survival = new Float64Array(renewals + 1).fill(1)
  const retention = survival.map((_, t) => (beta + t) / (alpha + beta + t))
  for (let t = 1; t <= renewals; t++) survival[t] = (survival[t - 1] ?? 0) * (retention[t - 1] ?? 0)
  return { survival, retention }
}
