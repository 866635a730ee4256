import { describe, expect, test } from 'vitest'
import { prepareTrend, type TrendInput } from './prepare-trend.ts'

const months = Array.from(
  { length: 24 },
  (_, index) => `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`,
)
const input: TrendInput = {
  months,
  revenue: months.map((_, index) => (index < 12 ? 100 : 110)),
  grossProfit: null,
  firstOrder: '2023-06-01',
  asOf: '2026-01-01',
}

describe('growth', () => {
  test('compares the last twelve complete months with the twelve before', () => {
    const { growth } = prepareTrend(input)
    expect(growth).toMatchObject({ months: 12, recent: 1320, before: 1200 })
    expect(growth?.change).toBeCloseTo(0.1, 12)
  })

  test('leaves out the month that is cut short, and the same month of the year before', () => {
    const cut = { ...input, asOf: '2025-12-10', revenue: [...input.revenue.slice(0, 23), 3] }
    const { growth, points } = prepareTrend(cut)
    expect(points.at(-1)?.isComplete).toBe(false)
    expect(growth).toMatchObject({ months: 11, recent: 1210, before: 1100 })
  })

  test('is not given when the data begins inside the earlier year', () => {
    expect(prepareTrend({ ...input, firstOrder: '2024-01-15' }).growth).toBeNull()
    expect(prepareTrend({ ...input, firstOrder: '2024-01-01' }).growth).not.toBeNull()
    expect(prepareTrend({ ...input, months: months.slice(7), revenue: input.revenue.slice(7) }).growth).toBeNull()
  })

  test('is not given when the earlier year brought nothing', () => {
    expect(prepareTrend({ ...input, revenue: months.map((_, index) => (index < 12 ? 0 : 5)) }).growth).toBeNull()
  })
})

test('months before the first sale are a gap, months without sales are zero', () => {
  const { points } = prepareTrend({ ...input, firstOrder: '2024-03-20', revenue: months.map(() => 0) })
  expect(points.slice(0, 4).map(({ revenue }) => revenue)).toEqual([null, null, 0, 0])
})

test('without any sale there is nothing to show', () => {
  const { points, growth } = prepareTrend({ ...input, firstOrder: null })
  expect(points.every(({ revenue }) => revenue === null)).toBe(true)
  expect(growth).toBeNull()
})
