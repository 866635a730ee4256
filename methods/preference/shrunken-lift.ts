import { gammaQuantile } from '../special-functions/gamma-quantile.ts'
import type { PreferenceCount } from './preference-variance.ts'

export interface ShrunkenLift {
  /** Seen by expected, drawn towards 1 the more the less is known. */
  readonly lift: number
  /** 90 % limits. */
  readonly lower: number
  readonly upper: number
}

/**
 * How much more an account buys of something than accounts in general, so that small numbers do not shout: the posterior
 * of a gamma prior with mean 1 and a variance read from all accounts.
 *
 * @param options `variance`: {@link preferenceVariance}; 0 for no difference but chance
 * @throws RangeError when a count or the variance is negative
 * Source: DuMouchel 1999, "Bayesian data mining in large frequency tables".
 * @example
 * shrunkenLift({ seen: 3, expected: 1 }, { variance: 1 }).lift // 2
 * shrunkenLift({ seen: 30, expected: 10 }, { variance: 0 }) // { lift: 1, lower: 1, upper: 1 }
 * shrunkenLift({ seen: -1, expected: 1 }, { variance: 1 }) // throws RangeError
 */
export function shrunkenLift(
  { seen, expected }: PreferenceCount,
  { variance }: { readonly variance: number },
): ShrunkenLift {
  for (const [name, value] of Object.entries({ seen, expected, variance })) {
    if (!(value >= 0)) throw new RangeError(`${name} must not be negative, got ${value}`)
  }
  if (variance === 0) return { lift: 1, lower: 1, upper: 1 }
  const shape = 1 / variance + seen
  const rate = 1 / variance + expected
  return { lift: shape / rate, lower: gammaQuantile(0.05, shape) / rate, upper: gammaQuantile(0.95, shape) / rate }
}
