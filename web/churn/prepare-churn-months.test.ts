import { expect, test } from 'vitest'
import { prepareChurnMonths } from './prepare-churn-months.ts'

const month = (index: number, accounts: number, left: number) => ({
  month: `2025-${String(index).padStart(2, '0')}-01`,
  rate: { accounts, left, rate: 0, lower: 0, upper: 0, wonBack: 0, revenueLost: left * 100 },
  returned: 1,
})

test('begins when there was somebody to lose, and keeps months without loss', () => {
  const months = prepareChurnMonths([month(1, 0, 0), month(2, 5, 1), month(3, 0, 0), month(4, 4, 2)])
  expect(months.points.map((point) => point.month)).toEqual(['2025-02-01', '2025-03-01', '2025-04-01'])
  expect(months.lastYear).toEqual({ months: 3, left: 3, returned: 3, revenueLost: 300 })
})

test('only the last twelve months count as the last year', () => {
  const months = prepareChurnMonths(Array.from({ length: 20 }, (_, index) => month(index + 1, 9, 1)))
  expect(months.lastYear).toMatchObject({ months: 12, left: 12 })
})

test('nobody to lose, or a single month, is no course of time', () => {
  expect(prepareChurnMonths([month(1, 0, 0)])).toMatchObject({ points: [], hasAny: false })
  expect(prepareChurnMonths([month(1, 3, 0)]).hasAny).toBe(false)
})
