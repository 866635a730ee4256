import { addMonths } from '@vitalfew/methods/calendar/add-months.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { expect, it } from 'vitest'
import type { TextTable } from '../records/text-table.ts'
import { churnOfContracts } from './churn-of-contracts.ts'
import { analysedContracts } from './contract-churn.ts'
import { warnedContracts } from './warned-contracts.ts'

const asOf = dayFromIso('2024-07-01')
const request = { asOf, horizonMonths: 12, factors: [], listed: 500 }
const words = { horizonMonths: 12, locale: 'en', currency: 'EUR', listed: 500 } as const

/** Yearly contracts from 2018 on, a few customers a month: after a year four of five leave of plan Basic, one of ten of the others. */
function yearlyContracts({ hasStatus }: { readonly hasStatus: boolean }): string[][] {
  const first = dayFromIso('2018-01-01')
  return Array.from({ length: 320 }, (_, customer) => {
    const plan = customer % 3 === 0 ? 'Basic' : 'Full'
    const begins = addMonths(first, Math.floor(customer / 4))
    const leaves = plan === 'Basic' ? customer % 15 !== 0 : customer % 10 === 1
    const years = leaves ? 1 : 9
    return Array.from({ length: years }, (__, year) => {
      const [start, next] = [addMonths(begins, 12 * year), addMonths(begins, 12 * (year + 1))]
      const isLast = year === years - 1
      const status = hasStatus && next <= asOf ? (isLast ? 'Not renewed' : 'Renewed') : ''
      return start < asOf ? [[`K${customer}`, isoFromDay(start), isoFromDay(next - 1), status, plan]] : []
    }).flat()
  }).flat()
}

const table = (rows: string[][]): TextTable => ({
  file: 'contracts.csv',
  headers: ['customer', 'start', 'end', 'status', 'Plan'],
  rows,
  serialZero: -25_569,
})

it.each([true, false])('finds on past days who did not renew, with a status of contracts: %s', (hasStatus) => {
  const { backtest } = analysedContracts(table(yearlyContracts({ hasStatus })), request)
  expect(backtest).toHaveLength(4)
  expect(backtest[0]?.asOf).toBe(hasStatus ? '2023-07-01' : '2023-04-02')
  for (const { precision, naivePrecision, recall, accounts, left, precisionLower } of backtest) {
    expect(precision).toBeGreaterThan(0.7)
    expect(precision).toBeGreaterThan(naivePrecision ?? 1)
    expect(recall).toBeGreaterThan(0.4)
    expect(left).toBeLessThan(accounts / 2)
    expect(precisionLower).toBeLessThan(precision ?? 0)
  }
})

it('a past day knows nothing of what came after it', () => {
  const rows = yearlyContracts({ hasStatus: true })
  const [, before] = analysedContracts(table(rows), request).backtest
  // Everybody whose contract runs out after that day's horizon stays or leaves as it pleases.
  const turned = rows.map((row) =>
    (row[2] ?? '') >= '2023-07-01' && row[3] !== '' ? [...row.slice(0, 3), 'Not renewed', row[4] ?? ''] : row,
  )
  const [, after] = analysedContracts(table(turned), request).backtest
  expect(before).toMatchObject({ asOf: '2022-07-01', until: '2023-07-01' })
  expect(after).toEqual(before)
})

it('says in a sentence what the warnings are worth, and why where it cannot', () => {
  const verdict = (rows: string[][]): string => churnOfContracts(analysedContracts(table(rows), request), words).verdict
  expect(verdict(yearlyContracts({ hasStatus: true }))).toMatch(/^The warnings work: of \d+ contracts/)
  expect(verdict([['K', '2023-01-01', '2023-12-31', 'Renewed', 'Full']])).toMatch(/too little history/)
})

it('warns about as many as are expected to end, and about all that rather end than not', () => {
  expect([...warnedContracts([0.2, 0.6, 0.1, 0.3])]).toEqual([0, 1, 0, 0])
  expect([...warnedContracts([0.1, 0.1, 0.2, 0.1, 0.3, 0.1])]).toEqual([0, 0, 0, 0, 1, 0])
  expect([...warnedContracts([0.9, 0.6, 0.5])]).toEqual([1, 1, 1])
  expect([...warnedContracts([0, 0])]).toEqual([0, 0])
})
