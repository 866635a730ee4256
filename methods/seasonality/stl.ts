import { requireFiniteValues } from '../arguments/require-finite-values.ts'
import { loess, loessAt } from './loess.ts'

/** A series as a sum of three. */
export interface SeasonalDecomposition {
  readonly trend: Float64Array
  readonly seasonal: Float64Array
  readonly remainder: Float64Array
}

export interface StlOptions {
  /** Steps in a season, at least 2. */
  readonly period: number
  /** Years (seasons) over which a season is smoothed, odd, at least 7; 7 where absent. */
  readonly seasonalSpan?: number
  /** Times that season and trend are taken from each other; 5 where absent. */
  readonly rounds?: number
}

/**
 * Seasonal-trend decomposition by loess, without robustness weights.
 *
 * @param values at least two seasons
 * @throws RangeError when there are fewer, naming a value that is not finite, or an option out of range
 * Source: Cleveland, Cleveland, McRae and Terpenning 1990, "STL: a seasonal-trend decomposition procedure based on loess".
 * @example
 * Array.from(stl([1, 3, 1, 3, 1, 3, 1, 3], { period: 2 }).trend, (value) => roundDecimals(value, 9)) // [2, 2, 2, 2, 2, 2, 2, 2]
 * stl([1, 2, 3], { period: 2 }) // throws RangeError
 */
export function stl(values: ArrayLike<number>, options: StlOptions): SeasonalDecomposition {
  const { period, seasonalSpan = 7, rounds = 5 } = options
  requireFiniteValues('values', values)
  if (!Number.isInteger(period) || period < 2) throw new RangeError(`period must be at least 2, got ${period}`)
  const n = values.length
  if (n < 2 * period) throw new RangeError(`values must span two periods of ${period}, got ${n}`)
  const trendSpan = oddFrom((1.5 * period) / (1 - 1.5 / seasonalSpan))
  const lowPassSpan = oddFrom(period + 1)
  let trend: Float64Array = new Float64Array(n)
  let seasonal: Float64Array = new Float64Array(n)
  for (let round = 0; round < rounds; round++) {
    const detrended = Float64Array.from({ length: n }, (_, i) => (values[i] ?? 0) - (trend[i] ?? 0))
    const cycles = smoothedCycles(detrended, { period, span: seasonalSpan })
    const passed = movingMean(movingMean(movingMean(cycles, period), period), 3)
    const low = loess(passed, { span: lowPassSpan })
    seasonal = Float64Array.from({ length: n }, (_, i) => (cycles[i + period] ?? 0) - (low[i] ?? 0))
    trend = loess(
      Float64Array.from({ length: n }, (_, i) => (values[i] ?? 0) - (seasonal[i] ?? 0)),
      { span: trendSpan },
    )
  }
  const remainder = Float64Array.from({ length: n }, (_, i) => (values[i] ?? 0) - (trend[i] ?? 0) - (seasonal[i] ?? 0))
  return { trend, seasonal, remainder }
}

/** The values of each season smoothed by themselves, one season longer at both ends. */
function smoothedCycles(
  values: Float64Array,
  { period, span }: { readonly period: number; readonly span: number },
): Float64Array {
  const cycles = new Float64Array(values.length + 2 * period)
  for (let season = 0; season < period; season++) {
    const own = values.filter((_, i) => i % period === season)
    const k = own.length
    const smooth = loess(own, { span })
    const before = loessAt(own, { x: -1, from: 0, to: Math.min(span, k), span })
    const after = loessAt(own, { x: k, from: Math.max(0, k - span), to: k, span })
    const whole = [Number.isNaN(before) ? smooth[0] : before, ...smooth, Number.isNaN(after) ? smooth[k - 1] : after]
    whole.forEach((value, cycle) => (cycles[season + cycle * period] = value ?? 0))
  }
  return cycles
}

function movingMean(values: Float64Array, width: number): Float64Array {
  return Float64Array.from({ length: values.length - width + 1 }, (_, from) => {
    let sum = 0
    for (let i = from; i < from + width; i++) sum += values[i] ?? 0
    return sum / width
  })
}

/** The first odd number that is not below. */
function oddFrom(value: number): number {
  const whole = Math.ceil(value)
  return whole % 2 === 0 ? whole + 1 : whole
}
