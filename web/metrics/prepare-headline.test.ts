import { expect, test } from 'vitest'
import { prepareHeadline } from './prepare-headline.ts'

const totals = {
  accounts: 3,
  orders: 4,
  orderLines: 9,
  returnLines: 1,
  cancelledLines: 2,
  netRevenue: 900,
  grossRevenue: 1000,
  grossProfit: 270,
  returns: 100,
  firstOrder: '2026-01-01',
  lastOrder: '2026-02-01',
}

test('ratios of a portfolio', () => {
  expect(prepareHeadline(totals)).toMatchObject({ margin: 0.3, averageOrder: 250, returnRate: 0.1 })
})

test('a ratio without a base is unknown', () => {
  const empty = { ...totals, orders: 0, netRevenue: 0, grossRevenue: 0, grossProfit: null }
  expect(prepareHeadline(empty)).toMatchObject({ margin: null, averageOrder: null, returnRate: null })
})
