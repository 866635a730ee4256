import { expect, it } from 'vitest'
import { periodName } from './period-name.ts'

const format = { day: (day: string | null) => `day ${day}`, month: (day: string) => `month ${day}` }

it('a quarter is called by its number, a week and a month by how the reader writes them', () => {
  const named = (period: 'week' | 'month' | 'quarter', from: string) => periodName(from, { period, format })
  const quarters = ['2024-01-01', '2024-04-01', '2024-07-01', '2024-10-01'].map((from) => named('quarter', from))
  expect(quarters).toEqual(['2024 Q1', '2024 Q2', '2024 Q3', '2024 Q4'])
  expect(named('month', '2024-10-01')).toBe('month 2024-10-01')
  expect(named('week', '2024-09-30')).toBe('day 2024-09-30')
})
