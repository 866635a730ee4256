import { expect, test } from 'vitest'
import { valueBefore } from './value-before.ts'

const months = Array.from({ length: 20 }, (_, index) => ({
  month: `2024-${String(1 + (index % 12)).padStart(2, '0')}-01`,
  netRevenue: 100,
  grossProfit: index < 8 ? 1000 : 2,
  orders: 1,
  returns: 0,
}))
const page = { months, row: { revenueLast12Months: 1200 } }
const foreseen = { basis: 'grossProfit' as const, margin: 1, horizonMonths: 12 }

test('the last year is counted as the years to come are: profit beside profit', () => {
  expect(valueBefore({ ...page, foreseen })).toBe(24)
  expect(valueBefore({ ...page, foreseen: { ...foreseen, basis: 'netRevenue', margin: 0.3 } })).toBeCloseTo(360, 9)
})

test('nothing stands there that could not be compared', () => {
  const hidden = months.map((month) => ({ ...month, grossProfit: null }))
  expect(valueBefore({ ...page, months: hidden, foreseen })).toBeNull()
  expect(valueBefore({ ...page, foreseen: null })).toBeNull()
  expect(valueBefore({ ...page, foreseen: { ...foreseen, horizonMonths: 24 } })).toBeNull()
  expect(valueBefore({ ...page, foreseen: { ...foreseen, basis: 'contribution' } })).toBeNull()
})
