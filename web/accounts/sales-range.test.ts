import { expect, test } from 'vitest'
import { fiscalYear, rangeName, rangeNames, salesRange } from './sales-range.ts'

test('the years of a company begin where it says', () => {
  const april = { asOf: '2025-03-31', fiscalYearStartMonth: 4 }
  expect(salesRange('last12Months', april)).toEqual({ from: '2024-03-31', to: '2025-03-30' })
  expect(salesRange('thisYear', april)).toEqual({ from: '2024-04-01', to: '2025-03-30' })
  expect(salesRange('lastYear', april)).toEqual({ from: '2023-04-01', to: '2024-03-31' })
  expect(salesRange('thisYear', { ...april, asOf: '2025-04-02' })).toEqual({ from: '2025-04-01', to: '2025-04-01' })
  expect(salesRange('lastYear', { asOf: '2025-01-01', fiscalYearStartMonth: 1 })).toEqual({
    from: '2023-01-01',
    to: '2023-12-31',
  })
  expect(salesRange('last12Months', { asOf: '2024-02-29', fiscalYearStartMonth: 1 }).from).toBe('2023-02-28')
  expect([fiscalYear('2025-03-31', 4), fiscalYear('2025-04-01', 4)]).toEqual([2024, 2025])
})

test('days that have a name are called by it', () => {
  const calendar = { asOf: '2025-06-30', fiscalYearStartMonth: 7 }
  for (const name of rangeNames) expect(rangeName(salesRange(name, calendar), calendar)).toBe(name)
  expect(rangeName({ from: '2025-01-01' }, calendar)).toBeNull()
})
