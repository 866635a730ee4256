import { expect, test } from 'vitest'
import { prepareSlices } from './prepare-slices.ts'

const slice = (value: string, netRevenue: number, netRevenueBefore = 0) => ({
  value,
  name: value,
  netRevenue,
  grossProfit: null,
  quantity: null,
  orders: 1,
  lastDay: '2026-01-01',
  netRevenueBefore,
})

test('shares are of what was sold; a slice of returns has none', () => {
  const { lines, hasProfit } = prepareSlices([slice('b', 25, 50), slice('a', 75), slice('c', -10)])
  expect(lines.map(({ value, share }) => [value, share])).toEqual([
    ['a', 0.75],
    ['b', 0.25],
    ['c', 0],
  ])
  expect(lines.map(({ growth }) => growth)).toEqual([null, -0.5, null])
  expect(hasProfit).toBe(false)
})

test('nothing bought is nothing shown', () => {
  expect(prepareSlices([])).toEqual({ lines: [], hasProfit: false })
})
