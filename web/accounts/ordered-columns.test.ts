import { expect, test } from 'vitest'
import { movedColumn, orderedColumns } from './ordered-columns.ts'

const allowed = ['account', 'accountName', 'tier', 'netRevenue', 'growth'] as const

test('the first time the usual columns are shown, the name first', () => {
  const columns = orderedColumns([], [...allowed])
  expect(columns[0]).toEqual({ field: 'accountName', isShown: true })
  expect(columns.filter(({ isShown }) => isShown).map(({ field }) => field)).toEqual([
    'accountName',
    'tier',
    'netRevenue',
    'growth',
  ])
  expect(columns.map(({ field }) => field).toSorted()).toEqual([...allowed].toSorted())
})

test('what a person kept stays; what may no longer be seen goes; what is new is offered, not shown', () => {
  const kept = [
    { field: 'growth' as const, isShown: true },
    { field: 'grossProfit' as const, isShown: true },
    { field: 'accountName' as const, isShown: false },
  ]
  expect(orderedColumns(kept, [...allowed])).toEqual([
    { field: 'accountName', isShown: true },
    { field: 'growth', isShown: true },
    { field: 'tier', isShown: false },
    { field: 'netRevenue', isShown: false },
    { field: 'account', isShown: false },
  ])
})

test('a column moves one place, never before the name', () => {
  const columns = orderedColumns([], ['accountName', 'tier', 'netRevenue'])
  const order = (move: Parameters<typeof movedColumn>[1]) => movedColumn(columns, move).map(({ field }) => field)
  expect(order({ field: 'tier', by: 1 })).toEqual(['accountName', 'netRevenue', 'tier'])
  expect(order({ field: 'tier', by: -1 })).toEqual(['accountName', 'tier', 'netRevenue'])
  expect(order({ field: 'netRevenue', by: 1 })).toEqual(['accountName', 'tier', 'netRevenue'])
  expect(order({ field: 'accountName', by: 1 })).toEqual(['accountName', 'tier', 'netRevenue'])
})
