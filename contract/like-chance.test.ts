import { expect, test } from 'vitest'
import { isLikeChance } from './like-chance.ts'
import type { BacktestOrigin } from './selection-backtest.ts'

function origin(share: number): BacktestOrigin {
  const capture = { amount: 0, lower: 0, upper: 0.2, share: 0.1 }
  return {
    asOf: '2025-01-01',
    until: '2026-01-01',
    accounts: 100,
    top: 10,
    captures: [
      { ...capture, ranking: 'champion', share },
      { ...capture, ranking: 'chance' },
    ],
    duels: [],
  }
}

test('lists are like chance where none is above what chance may bring', () => {
  expect(isLikeChance({ origins: [origin(0.08), origin(0.2)] })).toBe(true)
  expect(isLikeChance({ origins: [origin(0.08), origin(0.21)] })).toBe(false)
})
