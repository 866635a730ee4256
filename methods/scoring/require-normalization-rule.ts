import { requireFraction } from '../special-functions/require-fraction.ts'
import type { NormalizationRule, PiecewiseRule, TargetRule } from './normalization-rule.ts'

/**
 * Refuses a rule that cannot be meant: caps in the wrong order, a target range turned round, points that are not ascending.
 *
 * @throws RangeError naming the part and its value
 * @example
 * requireNormalizationRule({ method: 'target', lowest: 0, from: 2, to: 3, highest: 9 }) // undefined
 * requireNormalizationRule({ method: 'target', lowest: 5, from: 2, to: 3, highest: 9 }) // throws RangeError
 * requireNormalizationRule({ method: 'percentile', caps: { low: 0.9, high: 0.1 } }) // throws RangeError
 * requireNormalizationRule({ method: 'piecewise', points: [] }) // throws RangeError
 */
export function requireNormalizationRule(rule: NormalizationRule): void {
  if (rule.method === 'target') return requireTarget(rule)
  if (rule.method === 'piecewise') return requirePoints(rule)
  if (rule.caps === undefined) return
  const { low, high } = rule.caps
  requireFraction('caps.low', low)
  requireFraction('caps.high', high)
  if (low > high) throw new RangeError(`caps.low must not be above caps.high, got ${low} and ${high}`)
}

function requireTarget({ lowest, from, to, highest }: TargetRule): void {
  const limits = [lowest, from, to, highest]
  if (!limits.every(Number.isFinite) || lowest > from || from > to || to > highest) {
    throw new RangeError(`target must be lowest ≤ from ≤ to ≤ highest, got ${limits.join(', ')}`)
  }
}

function requirePoints({ points }: PiecewiseRule): void {
  if (points.length === 0) throw new RangeError('points must hold at least one point, got 0')
  points.forEach(({ figure, value }, i) => {
    requireFraction(`points[${i}].value`, value)
    const before = points[i - 1]?.figure ?? -Infinity
    if (!Number.isFinite(figure) || figure <= before) {
      throw new RangeError(`points[${i}].figure must be a finite number above ${before}, got ${figure}`)
    }
  })
}
