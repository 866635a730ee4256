import { countLower } from '../ranking/count-lower.ts'
import { countNotAbove } from '../ranking/count-not-above.ts'
import { normalDistribution } from '../special-functions/normal-distribution.ts'
import type { FittedNormalization, PiecewiseRule, TargetRule } from './normalization-rule.ts'
import { symmetricLog } from './symmetric-log.ts'

/**
 * The value, 0 (worst) to 1 (best), of one figure by a rule fitted to a population.
 *
 * A figure outside the range of the population gets 0 or 1, but where the whole population has one figure, that figure
 * gets 0.5. In a percentile the figure itself is not added to the population: (lower + equal / 2) / n.
 *
 * @param figure NaN = unknown
 * @returns NaN where the figure is unknown or the population had no known figure
 * @example
 * normalizedValue(15, { method: 'min-max', direction: 'lower', caps: null, minimum: 10, maximum: 30 }) // 0.75
 * normalizedValue(4, { method: 'target', lowest: 0, from: 8, to: 9, highest: 9 }) // 0.5
 * normalizedValue(3, { method: 'piecewise', points: [{ figure: 0, value: 0 }, { figure: 6, value: 1 }] }) // 0.5
 * normalizedValue(2, { method: 'percentile', direction: 'higher', caps: null, sorted: Float64Array.of(1, 2) }) // 0.75
 */
export function normalizedValue(figure: number, fitted: FittedNormalization): number {
  if (Number.isNaN(figure)) return Number.NaN
  if (fitted.method === 'target') return targetValue(figure, fitted)
  if (fitted.method === 'piecewise') return piecewiseValue(figure, fitted)
  const { caps } = fitted
  const capped = caps === null ? figure : Math.min(caps.high, Math.max(caps.low, figure))
  const value = risingValue(capped, fitted)
  return fitted.direction === 'lower' ? 1 - value : value
}

function risingValue(figure: number, fitted: Exclude<FittedNormalization, TargetRule | PiecewiseRule>): number {
  switch (fitted.method) {
    case 'percentile': {
      const { sorted } = fitted
      return (countLower(sorted, figure) + countNotAbove(sorted, figure)) / (2 * sorted.length)
    }
    case 'z-score': {
      const { mean, deviation } = fitted
      if (deviation === 0) return stepValue(figure - mean)
      return Number.isNaN(mean) ? Number.NaN : normalDistribution((figure - mean) / deviation)
    }
    case 'min-max':
      return lineValue(figure, fitted)
    case 'log': {
      const range = { minimum: symmetricLog(fitted.minimum), maximum: symmetricLog(fitted.maximum) }
      return lineValue(symmetricLog(figure), range)
    }
  }
}

function lineValue(figure: number, { minimum, maximum }: { minimum: number; maximum: number }): number {
  if (minimum === maximum) return stepValue(figure - minimum)
  return Math.min(1, Math.max(0, (figure - minimum) / (maximum - minimum)))
}

function stepValue(difference: number): number {
  return (Math.sign(difference) + 1) / 2
}

function targetValue(figure: number, { lowest, from, to, highest }: TargetRule): number {
  if (figure >= from && figure <= to) return 1
  if (figure <= lowest || figure >= highest) return 0
  return figure < from ? (figure - lowest) / (from - lowest) : (highest - figure) / (highest - to)
}

function piecewiseValue(figure: number, { points }: PiecewiseRule): number {
  const next = points.findIndex((point) => point.figure >= figure)
  const above = points.at(next)
  if (above === undefined) return Number.NaN
  if (next <= 0) return above.value
  const below = points[next - 1] ?? above
  return below.value + ((figure - below.figure) / (above.figure - below.figure)) * (above.value - below.value)
}
