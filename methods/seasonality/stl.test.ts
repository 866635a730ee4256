import { expect, it } from 'vitest'
import { seasonalStrength } from './seasonal-strength.ts'
import { stl } from './stl.ts'

/** A trend, a season and a remainder that can be written down. */
const series = Array.from(
  { length: 60 },
  (_, t) => 100 + 2 * t + 20 * Math.sin((2 * Math.PI * t) / 12) + (((t * 7919) % 101) - 50) / 5,
)

it('gives the figures of the reference implementation (statsmodels 0.15, STL, seasonal 7, not robust)', () => {
  const { trend, seasonal } = stl(series, { period: 12 })
  const at = (values: Float64Array) => [0, 5, 30, 59].map((i) => values[i])
  const trends = [96.62074429069541, 108.02177392381921, 161.04975644877447, 220.28866818789965]
  const seasons = [-1.6196695955732803, 7.774018485370998, -4.459420917229462, -8.140753711248006]
  at(trend).forEach((value, i) => expect(value).toBeCloseTo(trends[i] ?? 0, 9))
  at(seasonal).forEach((value, i) => expect(value).toBeCloseTo(seasons[i] ?? 0, 9))
})

it('adds up to the series, and finds a pure season strong', () => {
  const { trend, seasonal, remainder } = stl(series, { period: 12 })
  series.forEach((value, i) => {
    expect((trend[i] ?? 0) + (seasonal[i] ?? 0) + (remainder[i] ?? 0)).toBeCloseTo(value, 9)
  })
  const pure = stl(
    Array.from({ length: 48 }, (_, t) => 5 + t + ([3, -1, -2][t % 3] ?? 0)),
    { period: 3 },
  )
  expect(seasonalStrength(pure)).toBeCloseTo(1, 9)
})
