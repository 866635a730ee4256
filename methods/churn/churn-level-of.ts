import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { requireFraction } from '../special-functions/require-fraction.ts'

export interface ChurnEvidence {
  /** Whether the silence has passed {@link silenceLimit}. */
  readonly hasLeft: boolean
  /** Days since the last purchase in units of the usual cycle. */
  readonly silenceCycles: number
  /** Probability of no purchase within the horizon. */
  readonly risk: number
  /** Signals of strength 1 or more, silence and the probability itself not counted. */
  readonly strongSignals: number
}

/**
 * How urgent an account is.
 *
 * left: gone by the rule of silence. high: silent for more than two of its usual cycles and more likely not to buy within
 * the horizon than to buy. medium: one of these two alone where it is overdue at all, or two other strong signals. low: the
 * rest; a slow buyer whose next purchase is not due has a high risk but no reason for alarm.
 *
 * @throws RangeError naming the argument out of range
 * Source: the definition of this product.
 * @example
 * churnLevelOf({ hasLeft: false, silenceCycles: 2.1, risk: 0.6, strongSignals: 0 }) // 'high'
 * churnLevelOf({ hasLeft: false, silenceCycles: 2.1, risk: 0.4, strongSignals: 0 }) // 'medium'
 * churnLevelOf({ hasLeft: false, silenceCycles: 0.5, risk: 0.9, strongSignals: 1 }) // 'low'
 * churnLevelOf({ hasLeft: false, silenceCycles: 0.5, risk: 1.9, strongSignals: 1 }) // throws RangeError
 */
export function churnLevelOf(evidence: ChurnEvidence): 'high' | 'medium' | 'low' | 'left' {
  const silence = requireNonNegative('silenceCycles', evidence.silenceCycles)
  const risk = requireFraction('risk', evidence.risk)
  if (evidence.hasLeft) return 'left'
  if (silence > 2 && risk >= 0.5) return 'high'
  if (silence > 2 || (silence > 1 && risk >= 0.5) || evidence.strongSignals >= 2) return 'medium'
  return 'low'
}
