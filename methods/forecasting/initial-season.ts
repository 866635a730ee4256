/** Where a model may begin. */
export interface InitialState {
  readonly level: number
  readonly trend: number
  readonly season: readonly number[]
}

/**
 * A state to begin with: seasons by comparing values with the mean of the year around them over the first years, level
 * and trend by a line through the first values without season.
 *
 * @param values at least two periods where there is a season
 * Source: Hyndman, Koehler, Ord and Snyder 2008, section 2.6.1.
 * @example
 * initialState([1, 3, 1, 3, 1, 3], { period: 2, season: 'additive' }).season // [-1, 1]
 * initialState([1, 2, 3, 4], { period: 1, season: 'none' }) // { level: 0, trend: 1, season: [] }
 */
export function initialState(
  values: ArrayLike<number>,
  { period, season }: { readonly period: number; readonly season: 'none' | 'additive' | 'multiplicative' },
): InitialState {
  const seasons = season === 'none' ? [] : seasonsOf(values, { period, season })
  const first = Math.min(Math.max(10, 2 * period), values.length)
  const free = Array.from({ length: first }, (_, i) => {
    const own = seasons[i % period]
    if (own === undefined) return values[i] ?? 0
    return season === 'additive' ? (values[i] ?? 0) - own : (values[i] ?? 0) / own
  })
  const middle = (first - 1) / 2
  const mean = free.reduce((sum, value) => sum + value, 0) / first
  const spread = free.reduce((sum, _, i) => sum + (i - middle) ** 2, 0)
  const slope = spread === 0 ? 0 : free.reduce((sum, value, i) => sum + (i - middle) * (value - mean), 0) / spread
  return { level: mean - slope * (middle + 1), trend: slope, season: seasons }
}

function seasonsOf(
  values: ArrayLike<number>,
  { period, season }: { readonly period: number; readonly season: 'additive' | 'multiplicative' },
): number[] {
  const isAdditive = season === 'additive'
  const n = Math.min(values.length, 4 * period)
  const half = Math.floor(period / 2)
  const sums = new Float64Array(period)
  const counts = new Float64Array(period)
  for (let i = half; i + half < n + (period % 2 === 0 ? 0 : 1) && i + half <= n - 1; i++) {
    let around = 0
    for (let j = i - half; j <= i + half; j++) {
      const isEnd = period % 2 === 0 && (j === i - half || j === i + half)
      around += (values[j] ?? 0) * (isEnd ? 0.5 : 1)
    }
    around /= period
    const own = isAdditive ? (values[i] ?? 0) - around : (values[i] ?? 0) / around
    sums[i % period] = (sums[i % period] ?? 0) + own
    counts[i % period] = (counts[i % period] ?? 0) + 1
  }
  const means = Array.from(sums, (sum, i) => ((counts[i] ?? 0) === 0 ? (isAdditive ? 0 : 1) : sum / (counts[i] ?? 1)))
  const mean = means.reduce((sum, value) => sum + value, 0) / period
  if (isAdditive) return means.map((value) => value - mean)
  return means.map((value) => Math.max(0.01, value / mean))
}
