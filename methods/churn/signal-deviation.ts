import { requireNonNegative } from '../arguments/require-non-negative.ts'

export type SignalName =
  | 'silence'
  | 'fewerOrders'
  | 'shrinkingBasket'
  | 'fewerCategories'
  | 'moreReturns'
  | 'lowProbability'
  | 'complaints'
  | 'contractEnding'

export interface SignalFigures {
  /** The figure now; null = unknown. */
  readonly value: number | null
  /** What was usual; null = unknown, or there is no such thing. */
  readonly usual: number | null
}

/** A contract that ends later than this is no news. */
const noticeDays = 180

/**
 * How far a figure of an account has gone in the direction of leaving, from 0 (not at all); the unit depends on the signal.
 *
 * - silence (days, days of the usual cycle): cycles beyond the first, value/usual − 1
 * - fewerOrders, shrinkingBasket, fewerCategories: share that is missing, 1 − value/usual
 * - moreReturns (shares of sales), complaints (counts): how much more than usual, value − usual
 * - lowProbability (probability of being a customer still): how far below an even chance, 1 − 2 · value
 * - contractEnding (days until the end): share of the last 180 days that has passed
 *
 * @returns null where the figures say nothing
 * @throws RangeError when a value that must not be negative is
 * Source: the definition of this product.
 * @example
 * signalDeviation('silence', { value: 90, usual: 30 }) // 2
 * signalDeviation('fewerOrders', { value: 3, usual: 12 }) // 0.75
 * signalDeviation('lowProbability', { value: 0.125, usual: null }) // 0.75
 * signalDeviation('moreReturns', { value: 0.05, usual: 0.15 }) // 0
 * signalDeviation('shrinkingBasket', { value: 3, usual: null }) // null
 * signalDeviation('silence', { value: -1, usual: 30 }) // throws RangeError
 */
export function signalDeviation(signal: SignalName, { value, usual }: SignalFigures): number | null {
  if (value === null) return null
  switch (signal) {
    case 'lowProbability':
      return Math.max(0, 1 - 2 * requireNonNegative('value', value))
    case 'contractEnding':
      return value < 0 ? null : Math.max(0, 1 - value / noticeDays)
    case 'moreReturns':
    case 'complaints':
      return usual === null ? null : Math.max(0, value - usual)
    case 'silence':
      if (usual === null || usual <= 0) return null
      return Math.max(0, requireNonNegative('value', value) / usual - 1)
    case 'fewerOrders':
    case 'fewerCategories':
    case 'shrinkingBasket':
      return usual === null || usual <= 0 ? null : Math.max(0, 1 - value / usual)
  }
}
