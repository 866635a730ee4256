import { describe, expect, test } from 'vitest'
import type { Run } from '@vitalfew/contract/run.ts'
import { nearestPoint, preparePareto } from './prepare-pareto.ts'

function abc(accounts: [number, number, number], amounts: [number, number, number]): Run['abc'] {
  const entry = (index: 0 | 1 | 2) => ({ accounts: accounts[index], amount: amounts[index], share: 0 })
  return {
    measure: 'netRevenue',
    cuts: [0.8, 0.95],
    classes: { A: entry(0), B: entry(1), C: entry(2) },
    unclassified: { accounts: 0, amount: 0 },
    gini: 0,
    hhi: 0,
    topShares: [],
    matrix: [],
  }
}

const curve = [0.25, 0.5, 1].map((accounts) => ({ accounts, measure: Math.sqrt(accounts) }))

describe('preparePareto', () => {
  test('marks where the classes really end, not where the cut-offs are', () => {
    const { marks, total } = preparePareto(abc([2, 3, 5], [78, 15, 7]), curve)
    expect(total).toBe(10)
    expect(marks).toEqual([
      { abc: 'A', count: 2, accounts: 0.2, measure: 0.78 },
      { abc: 'B', count: 5, accounts: 0.5, measure: 0.93 },
    ])
  })

  test('the curve always runs from nothing to everything', () => {
    const { points } = preparePareto(abc([1, 1, 2], [5, 3, 2]), curve)
    expect(points.at(0)).toEqual({ accounts: 0, measure: 0 })
    expect(points.at(-1)).toEqual({ accounts: 1, measure: 1 })
    expect(points).toHaveLength(4)
  })

  test('one account is all of class A', () => {
    const { marks } = preparePareto(abc([1, 0, 0], [9, 0, 0]), [])
    expect(marks.map(({ accounts, measure }) => [accounts, measure])).toEqual([
      [1, 1],
      [1, 1],
    ])
  })

  test('nobody classified means no curve', () => {
    expect(preparePareto(abc([0, 0, 0], [0, 0, 0]), curve)).toEqual({ points: [], marks: [], total: 0 })
  })
})

test('nearestPoint finds the point a pointer means', () => {
  expect(nearestPoint(curve, 0)).toBe(0)
  expect(nearestPoint(curve, 0.3)).toBe(0)
  expect(nearestPoint(curve, 0.45)).toBe(1)
  expect(nearestPoint(curve, 2)).toBe(2)
})
