import { describe, expect, test } from 'vitest'
import { exampleReport } from '../report/example-report.fixture.ts'
import { prepareKeyAccounts } from './prepare-key-accounts.ts'

const report = exampleReport()
const context = { accounts: report.accounts, netRevenue: report.run.totals.netRevenue, selected: [] }
const list = prepareKeyAccounts(report.run.keyAccounts, context)

describe('prepareKeyAccounts', () => {
  test('joins each chosen account with its figures, in the order of the run', () => {
    expect(list.entries.map(({ rank }) => rank)).toEqual(report.run.keyAccounts.map((_, index) => index + 1))
    expect(list.entries.every(({ row, account }) => row?.account === account)).toBe(true)
  })

  test('totals of the tiers cover every entry', () => {
    expect(list.tiers.map(({ tier }) => tier)).toEqual(['key', 'strategic'])
    expect(list.tiers.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(list.entries.length)
  })

  test('an account the report has no row for still has its share and its name', () => {
    const [first] = prepareKeyAccounts(report.run.keyAccounts, { ...context, accounts: [] }).entries
    const [keyAccount] = report.run.keyAccounts
    expect(first).toMatchObject({ row: null, title: keyAccount?.accountName, unknown: [] })
    expect(first?.share).toBeCloseTo((keyAccount?.netRevenue ?? 0) / context.netRevenue, 12)
  })

  test('an account without a name is called by its code', () => {
    const [first] = prepareKeyAccounts(
      report.run.keyAccounts.map((entry) => ({ ...entry, accountName: '' })),
      context,
    ).entries
    expect(first?.title).toBe(report.run.keyAccounts[0]?.account)
  })

  test('what speaks for an account is not shown as its weak point', () => {
    const [first] = prepareKeyAccounts(
      report.run.keyAccounts.map((entry) => ({ ...entry, weakness: entry.reasons[0] ?? null })),
      context,
    ).entries
    expect(first?.weakness).toBeNull()
  })
})
