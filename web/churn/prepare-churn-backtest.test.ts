import { expect, test } from 'vitest'
import type { WarningBacktest } from '@vitalfew/contract/churn.ts'
import { prepareChurnBacktest } from './prepare-churn-backtest.ts'

const origin = (asOf: string, part: Partial<WarningBacktest>): WarningBacktest => ({
  asOf,
  until: '2026-07-01',
  accounts: 100,
  left: 10,
  warned: 8,
  correct: 4,
  precision: 0.5,
  precisionLower: 0.2,
  precisionUpper: 0.8,
  recall: 0.4,
  lift: 5,
  naivePrecision: 0.25,
  ...part,
})

test('oldest first, and all origins together', () => {
  const backtest = prepareChurnBacktest([
    origin('2026-01-01', {}),
    origin('2025-01-01', { warned: 2, correct: 2, precision: 1, naivePrecision: 1 }),
    origin('2025-07-01', { warned: 0, correct: 0, precision: null, naivePrecision: null }),
  ])
  expect(backtest.lines.map(({ asOf }) => asOf)).toEqual(['2025-01-01', '2025-07-01', '2026-01-01'])
  expect(backtest.total).toEqual({ warned: 10, correct: 6, left: 30, precision: 0.6, recall: 0.2 })
  expect([backtest.won, backtest.compared]).toEqual([1, 2])
})

test('where nobody was warned about there is nothing to sum up', () => {
  expect(prepareChurnBacktest([]).total).toBeNull()
  expect(prepareChurnBacktest([origin('2025-01-01', { warned: 0, correct: 0 })]).total).toBeNull()
})

test('where nobody left nobody could be caught', () => {
  expect(prepareChurnBacktest([origin('2025-01-01', { left: 0, correct: 0 })]).total?.recall).toBeNull()
})
