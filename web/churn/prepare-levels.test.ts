import { expect, test } from 'vitest'
import { prepareLevels } from './prepare-levels.ts'

const level = (name: 'high' | 'medium' | 'low' | 'left', accounts: number, valueAtRisk: number) => ({
  level: name,
  accounts,
  netRevenue: 10,
  valueAtRisk,
})

test('the gravest first, with its share of what is at risk', () => {
  const lines = prepareLevels([level('left', 1, 0), level('low', 2, 25), level('high', 1, 75)])
  expect(lines.map((line) => [line.level, line.accountShare, line.riskShare])).toEqual([
    ['high', 0.25, 0.75],
    ['low', 0.5, 0.25],
    ['left', 0.25, 0],
  ])
})

test('nothing at risk and value below zero have no share', () => {
  expect(prepareLevels([level('low', 0, 0)])[0]).toMatchObject({ accountShare: 0, riskShare: 0 })
  expect(prepareLevels([level('low', 1, -5), level('high', 1, 5)]).map(({ riskShare }) => riskShare)).toEqual([1, 0])
})
