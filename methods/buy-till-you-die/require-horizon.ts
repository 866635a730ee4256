import { requireNonNegative } from '../arguments/require-non-negative.ts'

/** How far ahead, and what the future is worth. */
export interface Horizon {
  /** In the unit of the histories; Infinity only with a discount rate above 0. */
  readonly horizon: number
  /** Continuous, per unit of the histories; 0 where absent. A yearly rate d is log(1 + d) / units per year. */
  readonly discountRate?: number
}

/**
 * Refuses a horizon below zero, and an endless one without discount.
 *
 * @returns the horizon with its discount rate
 * @throws RangeError naming the argument and its value
 * @example
 * requireHorizon({ horizon: 52 }) // { horizon: 52, discountRate: 0 }
 * requireHorizon({ horizon: Infinity }) // throws RangeError
 * requireHorizon({ horizon: -1 }) // throws RangeError
 */
export function requireHorizon({ horizon, discountRate = 0 }: Horizon): Required<Horizon> {
  requireNonNegative('discountRate', discountRate)
  if (horizon !== Infinity || discountRate === 0) requireNonNegative('horizon', horizon)
  return { horizon, discountRate }
}
