import { expect, test } from 'vitest'
import { Report } from '@vitalfew/contract/report.ts'
import { exampleReport } from './example-report.fixture.ts'
import { packReport, unpackReport, type PackedReport } from './packed-report.ts'

const report = exampleReport()
const written: PackedReport = structuredClone(packReport(report))
const unpacked = unpackReport(written)

test('what comes out is a report again, with the same accounts', () => {
  const checked = Report.parse(unpacked)
  expect(checked.accounts.map(({ account }) => account)).toEqual(report.accounts.map(({ account }) => account))
  expect(checked.run).toEqual(report.run)
})

test('amounts keep their cents, fractions six decimals, months of an account whole units', () => {
  const [before] = report.accounts
  const [after] = unpacked.accounts
  expect(after?.netRevenue).toBe(before?.netRevenue)
  expect(after?.share).toBeCloseTo(before?.share ?? 0, 6)
  expect(after?.monthlyRevenue).toEqual(before?.monthlyRevenue.map(Math.round))
})

test('a report without accounts survives', () => {
  expect(unpackReport(packReport({ ...report, accounts: [] })).accounts).toEqual([])
})
