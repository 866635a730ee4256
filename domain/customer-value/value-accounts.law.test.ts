import { defaultValueSettings } from '@vitalfew/contract/customer-value.ts'
import { amountFromMicros } from '@vitalfew/methods/arithmetic/amount-from-micros.ts'
import { summarizePurchases } from '@vitalfew/methods/buy-till-you-die/summarize-purchases.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type BatchWarehouse, measureBatch, openBatchWarehouse } from '../metrics/batch-warehouse.fixture.ts'
import { everyBatch } from '../metrics/every-batch.fixture.ts'
import { knownHistories, valueAccounts } from './index.ts'
import { readPurchases } from './purchases/read-purchases.ts'

const accountKeys = defineQuery({
  name: 'account-keys',
  parameters: z.object({}),
  row: z.object({ key: z.string(), account: z.string() }),
  sql: 'SELECT toString(account_key) AS key, account FROM account_metrics',
})

const settings = { ...defaultValueSettings, locale: 'zh-CN', currency: 'CNY' } as const
const everyThird = { step: 3 }

let opened: BatchWarehouse

beforeAll(async () => {
  opened = await openBatchWarehouse()
})

afterAll(() => opened.close())

it('the histories that come from the warehouse are those of the purchase days, in every shape of data', async () => {
  await everyBatch(async (batch) => {
    const { scope, accounts, asOfDay } = await measureBatch(opened.warehouse, batch)
    const { runId: _, ...parameters } = scope
    const rules = { byProfit: false, marginElsewhere: 0, positiveOnly: false }
    const purchases = await readPurchases(opened.warehouse, { ...parameters, ...rules })
    const names = new Map((await opened.warehouse.rows(accountKeys, {})).map(({ key, account }) => [key, account]))
    const until = asOfDay - 1
    const known = knownHistories(purchases, { until, unitDays: 7, firstSpendCounts: true })
    const expected = new Map(
      [...accounts].flatMap(([account, metrics]) => {
        const history = summarizePurchases(metrics.purchaseDays, { until, unit: 7 })
        return history === null
          ? []
          : [[account, { history, netRevenue: amountFromMicros(metrics.netRevenue) }] as const]
      }),
    )
    expect(known.accounts).toHaveLength(expected.size)
    known.accounts.forEach((account, row) => {
      const twin = expected.get(names.get(String(purchases.keys[account])) ?? '')
      expect(known.histories.purchases[row]).toBe(twin?.history.purchases)
      expect(known.histories.recency[row]).toBeCloseTo(twin?.history.recency ?? Number.NaN, 9)
      expect(known.histories.age[row]).toBeCloseTo(twin?.history.age ?? Number.NaN, 9)
      expect(known.histories.logGaps[row]).toBeCloseTo(twin?.history.logGaps ?? Number.NaN, 6)
      const scale = Math.max(1, Math.abs(twin?.netRevenue ?? 0))
      expect((known.totals[row] ?? 0) / scale).toBeCloseTo((twin?.netRevenue ?? 0) / scale, 9)
    })
  }, everyThird)
})

it('a valuation is finite, the same twice, and knows nothing of what came later', { timeout: 300_000 }, async () => {
  await everyBatch(
    async (batch) => {
      const days = batch.lines.map((line) => line.day).toSorted((a, b) => a - b)
      const asOf = days[Math.floor(days.length * 0.7)] ?? 0
      const first = await valuedAsOf(batch, asOf)
      const before = { ...batch, lines: batch.lines.filter((line) => line.day < asOf) }
      expect(await valuedAsOf(before, asOf)).toBe(first)
      expect(first).not.toMatch(/NaN|Infinity/)
    },
    { step: 6 },
  )
})

async function valuedAsOf(batch: Parameters<typeof measureBatch>[1], asOf: number): Promise<string> {
  const { scope, dataStart } = await measureBatch(opened.warehouse, { ...batch, asOf })
  const request = { ...scope, asOf: isoFromDay(asOf), firstDay: dataStart, settings }
  const { summary, columns } = await valueAccounts(opened.warehouse, request)
  for (const part of columns) {
    part.alive.forEach((value) => expect(Number.isNaN(value) || (value >= 0 && value <= 1)).toBe(true))
    part.expectedOrders.forEach((value) => expect(value < 0 || value === Infinity).toBe(false))
    part.clv.forEach((value, row) => {
      expect(Math.abs(value)).not.toBe(Infinity)
      const [lower = 0, upper = 0] = [part.lower[row], part.upper[row]]
      expect(lower > upper).toBe(false)
    })
  }
  return JSON.stringify({ summary, values: columns.map((part) => [...part.clv].map((value) => value.toPrecision(12))) })
}
