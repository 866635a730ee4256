import type { SeasonalDecomposition } from './stl.ts'

/**
 * How much of what a series does beside its trend is season, from 0 to 1.
 *
 * @returns 0 where season and remainder do not vary
 * Source: Wang, Smith and Hyndman 2006, "Characteristic-based clustering for time series data".
 * @example
 * roundDecimals(seasonalStrength(stl([1, 3, 1, 3, 1, 3, 1, 3], { period: 2 })), 9) // 1
 */
export function seasonalStrength({ seasonal, remainder }: SeasonalDecomposition): number {
  const both = variance(Float64Array.from(seasonal, (value, i) => value + (remainder[i] ?? 0)))
  return both === 0 ? 0 : Math.max(0, 1 - variance(remainder) / both)
}

function variance(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
}
