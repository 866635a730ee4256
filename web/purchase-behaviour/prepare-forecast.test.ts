import { expect, test } from 'vitest'
import { prepareForecast } from './prepare-forecast.ts'

const month = (iso: string, mean: number) => ({
  month: iso,
  mean,
  lower80: mean - 1,
  upper80: mean + 1,
  lower95: mean - 2,
  upper95: mean + 2,
})

test('months run on over the turn of the year, and both lines share the last month seen', () => {
  const points = prepareForecast({ history: [7, 8, 9], forecast: [month('2026-02-01', 10), month('2026-03-01', 11)] })
  expect(points.map((point) => [point.month, point.seen, point.mean])).toEqual([
    ['2025-11-01', 7, null],
    ['2025-12-01', 8, null],
    ['2026-01-01', 9, 9],
    ['2026-02-01', null, 10],
    ['2026-03-01', null, 11],
  ])
})

test('nothing to come draws nothing', () => {
  expect(prepareForecast({ history: [1], forecast: [] })).toEqual([])
})
