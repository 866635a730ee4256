import type { Overview } from '@vitalfew/contract/api/overview.ts'
import { expect, test } from 'vitest'
import { prepareOverview } from './prepare-overview.ts'

const overview: Overview = {
  run: { id: 'a', asOf: '2026-01-01', currency: 'CNY', publishedAt: '2026-01-02T00:00:00Z' },
  totals: {
    accounts: 10,
    netRevenue: 1000,
    grossProfit: 250,
    revenueLast12Months: 600,
    revenuePrior12Months: 400,
    activeAccounts: 8,
    clv: null,
    valueAtRisk: null,
  },
  months: [{ month: '2025-12-01', netRevenue: 50, grossProfit: null }],
  pareto: [
    { accounts: 0.2, revenue: 0.7 },
    { accounts: 1, revenue: 1 },
  ],
  topShares: [],
  abc: [
    { abcClass: 'A', accounts: 2, netRevenue: 700 },
    { abcClass: 'none', accounts: 1, netRevenue: 0 },
  ],
  stages: [],
  tiers: [
    { id: 'key', title: 'Key', accounts: 3, netRevenue: 800, before: 2 },
    { id: 'ordinary', title: 'Ordinary', accounts: 7, netRevenue: 200, before: 7 },
  ],
  moves: [
    { from: 'ordinary', to: 'key', accounts: 2, netRevenue: 300 },
    { from: 'key', to: 'ordinary', accounts: 1, netRevenue: 40 },
    { from: null, to: 'key', accounts: 1, netRevenue: 9 },
    { from: 'key', to: 'key', accounts: 5, netRevenue: 9 },
  ],
  previousRun: { id: 'b', asOf: '2025-12-01' },
  churn: [],
  attention: [],
  urgent: [],
  data: { firstDay: '2024-01-05', lastDay: '2025-12-30', daysOld: 2, imports: 1, lastImportAt: null, quality: null },
  hiddenFields: [],
}

test('growth, margin and shares have a base or are unknown', () => {
  const figures = prepareOverview(overview)
  expect(figures.growth).toBeCloseTo(0.5)
  expect(figures.margin).toBeCloseTo(0.25)
  expect(figures.tiers.map(({ share, change }) => [share, change])).toEqual([
    [0.8, 1],
    [0.2, 0],
  ])
  const empty = prepareOverview({
    ...overview,
    totals: { ...overview.totals, netRevenue: 0, revenuePrior12Months: 0, grossProfit: null },
  })
  expect([empty.growth, empty.margin, empty.tiers[0]?.share]).toEqual([null, null, 0])
})

test('who appeared has not risen, who stayed has not moved', () => {
  expect(prepareOverview(overview).moves).toEqual({
    up: { accounts: 2, netRevenue: 300 },
    down: { accounts: 1, netRevenue: 40 },
  })
  expect(prepareOverview({ ...overview, previousRun: null }).moves).toBeNull()
})

test('the curve runs from nothing to everything over the classified accounts', () => {
  const { pareto } = prepareOverview(overview)
  expect(pareto.total).toBe(2)
  expect(pareto.points).toEqual([
    { accounts: 0, measure: 0 },
    { accounts: 0.2, measure: 0.7 },
    { accounts: 1, measure: 1 },
  ])
})

test('profit that is not known is no line at zero', () => {
  expect(prepareOverview(overview).trend.hasProfit).toBe(false)
})

test('the company’s year counts its complete months against those of the year before', () => {
  const months = Array.from({ length: 24 }, (_, index) => ({
    month: `${2024 + Math.floor((index + 5) / 12)}-${String(((index + 5) % 12) + 1).padStart(2, '0')}-01`,
    netRevenue: index < 12 ? 10 : 15,
    grossProfit: null,
  }))
  expect([months[0]?.month, months[23]?.month]).toEqual(['2024-06-01', '2026-05-01'])
  const data = { ...overview.data, firstDay: '2024-01-05' }
  const at = (asOf: string, start: number, known = data) =>
    prepareOverview({ ...overview, months, data: known, run: { ...overview.run, asOf } }, start).fiscalYear
  expect(at('2026-05-20', 4)).toEqual({ months: 1, recent: 15, before: 10, change: 0.5 })
  expect(at('2026-05-20', 1)).toEqual({ months: 4, recent: 60, before: 40, change: 0.5 })
  expect(at('2026-05-20', 5)).toBeNull()
  expect(at('2026-05-20', 1, { ...data, firstDay: '2025-02-01' })).toBeNull()
})
