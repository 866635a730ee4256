import { repeatWay } from '@vitalfew/methods/funnel/repeat-way.ts'
import { type LogGaps, logGaps } from '@vitalfew/methods/purchase-cycle/log-gaps.ts'
import { nextPurchase } from '@vitalfew/methods/purchase-cycle/next-purchase.ts'
import { median } from '@vitalfew/methods/metrics/median.ts'
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
import { ladderSteps } from '../funnel/ladder-steps.query.ts'
import { accountWords } from '../named-accounts.query.ts'
import { cycleAccounts, gapBars, gapSummary } from './cycle.query.ts'
import { salesDays } from './sales-days.query.ts'

let opened: BatchWarehouse

beforeAll(async () => {
  opened = await openBatchWarehouse()
})

afterAll(() => opened.close())

it('rhythms, expectations, repeat purchases and days agree with their pure twins in every shape of data', async () => {
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
    const windowDays = accounts.length % 2 === 0 ? 0 : 40
    await expectLadder(scope, { accounts: accounts.map(({ days }) => days), asOfDay, windowDays })
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

const rungs = [1, 2, 3, 5]

async function expectLadder(
  scope: Scope,
  twin: { readonly accounts: readonly number[][]; readonly asOfDay: number; readonly windowDays: number },
): Promise<void> {
  const { accounts, asOfDay, windowDays } = twin
  const rule = windowDays === 0 ? { rungs } : { rungs, windowDays }
  const ways = accounts
    .filter(([first = 0]) => windowDays === 0 || first + windowDays < asOfDay)
    .map((days) => repeatWay(days, rule))
  const asked = { ...scope, rungs, windowDays, limit: 100 }
  const [whole] = await opened.warehouse.rows(ladderSteps, { ...asked, by: 'none' })
  const reached = rungs.map((_, step) => ways.filter((way) => way.length > step).length)
  expect(whole?.reached ?? rungs.map(() => 0)).toEqual(reached)
  const waits = rungs.slice(1).map((_, step) => ways.flatMap((way) => (way[step + 1] ?? Number.NaN) - (way[step] ?? 0)))
  const known = waits.map((days) => days.filter((length) => !Number.isNaN(length))).filter((days) => days.length > 0)
  expect((whole?.days ?? []).map(([, middle]) => middle)).toEqual(known.map((days) => median(days)))
  const parts = await opened.warehouse.rows(ladderSteps, { ...asked, by: 'category' })
  expect(parts.reduce((sum, part) => sum + part.accounts, 0)).toBe(ways.length)
  const spent = (rows: typeof parts): number =>
    rows.flatMap(({ revenue }) => revenue).reduce((sum, value) => sum + value, 0)
  const all = spent(whole === undefined ? [] : [whole])
  expect(Math.abs(spent(parts) - all)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(all)))
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
