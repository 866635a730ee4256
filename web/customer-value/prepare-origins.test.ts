import { expect, test } from 'vitest'
import type { BacktestOrigin, HoldoutScore } from '@vitalfew/contract/customer-value.ts'
import { prepareOrigins } from './prepare-origins.ts'

const score = (mae: number): HoldoutScore => ({ expected: 1, actual: 1, mae, spearman: null, topDecileShare: null })
const origin = (calibrateUntil: string, part: Pick<BacktestOrigin, 'scores' | 'best'>): BacktestOrigin => ({
  calibrateUntil,
  holdoutUntil: '2026-01-01',
  customers: 10,
  actual: 20,
  ...part,
})
const { lines, wonByModels } = prepareOrigins({
  chosen: 'bg-nbd',
  backtest: [
    origin('2025-01-01', {
      best: 'lastYear',
      scores: [
        { name: 'lastYear', score: score(1) },
        { name: 'bg-nbd', score: score(2) },
      ],
    }),
    origin('2025-07-01', {
      best: 'bg-nbd',
      scores: [
        { name: 'bg-nbd', score: score(4) },
        { name: 'mbg-nbd', score: score(5) },
      ],
    }),
  ],
})

test('each forecast is a row, models first', () => {
  expect(lines.map(({ name, isChosen }) => [name, isChosen])).toEqual([
    ['bg-nbd', true],
    ['mbg-nbd', false],
    ['lastYear', false],
  ])
})

test('what was not made at an origin is a gap, and a row with a gap has no mean', () => {
  expect(lines.map(({ maes, mean }) => [maes.map(({ mae }) => mae), mean])).toEqual([
    [[2, 4], 3],
    [[null, 5], null],
    [[1, null], null],
  ])
})

test('counts the origins at which a model came first', () => {
  expect(wonByModels).toBe(1)
  expect(lines[0]?.maes.map(({ isBest }) => isBest)).toEqual([false, true])
})

test('without a back-test there is nothing', () => {
  expect(prepareOrigins({ chosen: 'none', backtest: [] })).toEqual({ origins: [], lines: [], wonByModels: 0 })
})
