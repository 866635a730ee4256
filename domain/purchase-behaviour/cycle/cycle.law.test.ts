import { type LogGaps, logGaps } from '@vitalfew/methods/purchase-cycle/log-gaps.ts'
import { nextPurchase } from '@vitalfew/methods/purchase-cycle/next-purchase.ts'
import { pooledLogVariance } from '@vitalfew/methods/purchase-cycle/pooled-log-variance.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type BatchWarehouse,
  loadBatch,
  type LoadedBatch,
  openBatchWarehouse,
} from '../../metrics/batch-warehouse.fixture.ts'
import { differences } from '../../metrics/differences.fixture.ts'
import { everyBatch } from '../../metrics/every-batch.fixture.ts'
import type { SalesBatch } from '../../metrics/sales-batch.fixture.ts'
import { type BatchAccountLine, batchAccountLines } from '../batch-account-lines.fixture.ts'
import { accountWords } from '../named-accounts.query.ts'
import { cycleAccounts, gapBars, gapSummary } from './cycle.query.ts'
import { salesDays } from './sales-days.query.ts'

let opened: BatchWarehouse

beforeAll(async () => {
  opened = await openBatchWarehouse()
})

afterAll(() => opened.close())

it('rhythms, expectations and days agree with their pure twins in every shape of data', async () => {
  const seen = new Set<string>()
  await everyBatch(async (batch) => {
    const { scope, asOfDay } = await loadBatch(opened.warehouse, batch)
    const lines = batchAccountLines(batch, { asOf: asOfDay }).filter(({ isSale }) => isSale)
    const accounts = [...Map.groupBy(lines, ({ account }) => account)].map(([account, own]) => ({
      account,
      days: [...new Set(own.map(({ day }) => day))].toSorted((one, other) => one - other),
    }))
    const rhythms = accounts.flatMap(({ account, days }): Rhythm[] => {
      const gaps = logGaps(days)
      return gaps === null ? [] : [{ ...gaps, account, last: days.at(-1) ?? 0 }]
    })
    const pooled = pooledLogVariance(rhythms)
    await expectSummary(scope, { accounts: accounts.map(({ days }) => days), rhythms, pooled })
    for (const status of await expectNextPurchases(scope, { batch, rhythms, pooled, asOfDay })) seen.add(status)
    await expectDays(scope, lines)
  })
  expect(seen).toEqual(new Set(['overdue', 'due', 'early']))
}, 240_000)

type Scope = LoadedBatch['scope']
type Rhythm = LogGaps & { readonly account: string; readonly last: number }

async function expectSummary(
  scope: Scope,
  twin: { readonly accounts: readonly number[][]; readonly rhythms: readonly Rhythm[]; readonly pooled: number },
): Promise<void> {
  const [summary] = await opened.warehouse.rows(gapSummary, { ...scope, bars: [...gapBars] })
  expect(summary).toMatchObject({ accounts: twin.accounts.length, repeatAccounts: twin.rhythms.length })
  expect(summary?.pooled ?? 0.5).toBeCloseTo(twin.pooled, 9)
  const gaps = twin.accounts.flatMap((days) => days.slice(1).map((day, i) => day - (days[i] ?? 0)))
  expect(summary?.histogram).toEqual(
    [...gapBars, Number.POSITIVE_INFINITY].map(
      (bar, i) => gaps.filter((gap) => gap <= bar && gap > (gapBars[i - 1] ?? 0)).length,
    ),
  )
}

async function expectNextPurchases(
  scope: Scope,
  twin: {
    readonly batch: SalesBatch
    readonly rhythms: readonly Rhythm[]
    readonly pooled: number
    readonly asOfDay: number
  },
): Promise<string[]> {
  const { batch, rhythms, pooled, asOfDay } = twin
  const statuses = ['overdue', 'due', 'early'] as const
  const asked = { ...scope, pooled, limit: 100_000, statuses: [...statuses] }
  const rows = await opened.warehouse.rows(cycleAccounts, asked)
  const wordsOf = await accountWords(opened.warehouse, { scope, keys: rows.map(({ key }) => key) })
  // An account is called by what it grew from, where that bought something, else by the first of its names.
  const everything = batchAccountLines(batch, { asOf: Number.POSITIVE_INFINITY })
  const accountOf = new Map(everything.map(({ account, customer }) => [customer, account]))
  const found = rows.map(({ key, status, spread, expectedDay, fromDay, toDay }) => {
    const name = wordsOf(key).account
    return [accountOf.get(name) ?? name, { status, spread, expectedDay, fromDay, toDay }] as const
  })
  const expected = rhythms.map((rhythm) => {
    const { status, spread, expected: expectedDay, from, to } = nextPurchase(rhythm, { asOf: asOfDay, pooled })
    return [rhythm.account, { status, spread, expectedDay, fromDay: from, toDay: to }] as const
  })
  expect(differences(new Map(found), new Map(expected))).toEqual([])
  return rows.map(({ status }) => status)
}

async function expectDays(scope: Scope, lines: readonly BatchAccountLine[]): Promise<void> {
  const days = await opened.warehouse.rows(salesDays, scope)
  const orderOf = ({ account, orderNumber }: BatchAccountLine): string =>
    `${account}\n${orderNumber === '' ? '' : `#${orderNumber}`}`
  expect(days.map(({ day, orders }) => [day, orders])).toEqual(
    [...Map.groupBy(lines, ({ day }) => day)]
      .toSorted(([one], [other]) => one - other)
      .map(([day, own]) => [day, new Set(own.map(orderOf)).size]),
  )
}
