import { expect, test } from 'vitest'
import { equalAccounts, giniLevel, hhiLevel } from './concentration-level.ts'

test('words begin exactly at their bounds', () => {
  expect([0, 0.39, 0.4, 0.6, 0.8].map(giniLevel)).toEqual(['even', 'even', 'moderate', 'strong', 'extreme'])
  expect([0.05, 0.1, 0.18, 1].map(hhiLevel)).toEqual(['low', 'moderate', 'high', 'high'])
})

test('four equal accounts have an index of a quarter', () => {
  expect(equalAccounts(0.25)).toBe(4)
  expect(equalAccounts(0)).toBeNull()
})
