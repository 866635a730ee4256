import { expect, test } from 'vitest'
import { exampleReport } from './example-report.fixture.ts'
import { knownMonths } from './known-months.ts'

const report = exampleReport(20)

test('months before the data begins are taken off every series', () => {
  const totals = { ...report.run.totals, firstOrder: '2025-09-14' }
  const known = knownMonths({ ...report, run: { ...report.run, totals } })
  expect(known.months[0]).toBe('2025-09-01')
  expect(known.monthlyRevenue).toHaveLength(10)
  expect(known.monthlyGrossProfit).toHaveLength(10)
  expect(known.accounts.every(({ monthlyRevenue }) => monthlyRevenue.length === 10)).toBe(true)
})

test('data older than the series changes nothing', () => {
  expect(knownMonths(report)).toBe(report)
})
