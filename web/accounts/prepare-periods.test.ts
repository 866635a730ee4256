import { expect, test } from 'vitest'
import { preparePeriods, type Period, withYearBefore } from './prepare-periods.ts'

const period = (from: string, netRevenue: number, isComplete = true): Period => ({
  from,
  to: from,
  netRevenue,
  grossProfit: null,
  returns: 0,
  orders: 1,
  lines: 1,
  isComplete,
})
const format = { month: (day: string) => day.slice(0, 7) }

test('periods are called by the company’s own year', () => {
  const names = (grain: 'quarter' | 'year', start: number, days: string[]) =>
    preparePeriods(
      days.map((day) => period(day, 1)),
      { grain, fiscalYearStartMonth: start, format },
    ).lines.map(({ name }) => name)
  expect(names('quarter', 1, ['2024-10-01', '2025-01-01'])).toEqual(['2024 Q4', '2025 Q1'])
  expect(names('quarter', 4, ['2025-01-01', '2025-04-01'])).toEqual(['2024/25 Q4', '2025/26 Q1'])
  expect(names('year', 4, ['1999-04-01'])).toEqual(['1999/00'])
  expect(names('year', 1, ['2025-01-01'])).toEqual(['2025'])
})

test('what has not ended is compared with nothing, and neither is what had nothing before', () => {
  const years = [
    period('2022-01-01', 0),
    period('2023-01-01', 50),
    period('2024-01-01', 75),
    period('2025-01-01', 9, false),
  ]
  const { lines, hasProfit } = preparePeriods(years, { grain: 'year', fiscalYearStartMonth: 1, format })
  expect(lines.map(({ growth }) => growth)).toEqual([null, null, 0.5, null])
  expect(hasProfit).toBe(false)
  const asked = withYearBefore({ from: '2024-02-29', to: '2024-12-31' })
  expect(asked).toEqual({ from: '2023-02-28', to: '2024-12-31' })
  expect(withYearBefore({ to: '2024-12-31' })).toEqual({ to: '2024-12-31' })
  const whole = years.map((year) => ({ ...year, to: year.from.replace('-01-01', '-12-31') }))
  const some = preparePeriods(whole, { grain: 'year', fiscalYearStartMonth: 1, format, from: '2024-02-29' })
  expect(some.lines.map(({ name, growth }) => [name, growth])).toEqual([
    ['2024', 0.5],
    ['2025', null],
  ])
})
