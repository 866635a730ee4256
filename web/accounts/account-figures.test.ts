import { expect, test } from 'vitest'
import { figuresOf } from './account-figures.ts'

test('what is kept from somebody has no place', () => {
  const row = { netRevenue: 1, grossProfit: null, margin: null, orders: 2, lastOrder: null }
  expect(figuresOf('sales', { row, hiddenFields: ['grossProfit', 'margin'] })).toEqual(['netRevenue', 'orders'])
  expect(figuresOf('sales', { row, hiddenFields: [] })).toEqual(['netRevenue', 'grossProfit', 'margin', 'orders'])
  expect(figuresOf('rhythm', { row, hiddenFields: [] })).toEqual(['lastOrder'])
})
