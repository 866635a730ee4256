import { defaultValueSettings } from '@vitalfew/contract/customer-value.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type BatchWarehouse, measureBatch, openBatchWarehouse } from '../metrics/batch-warehouse.fixture.ts'
import type { BatchLine } from '../metrics/sales-batch.fixture.ts'
import { aliveHistories, dropAccountValues, mostValuable, valueRun, writeAccountValues } from './index.ts'

const writtenValues = defineQuery({
  name: 'written-values',
  parameters: z.object({}),
  row: z.object({ accounts: z.int(), forecast: z.int(), total: z.number().nullable(), atRisk: z.number().nullable() }),
  sql: `
SELECT count() AS accounts, countIf(isNotNull(expected_orders)) AS forecast, sum(clv) AS total, sum(value_at_risk) AS atRisk
FROM account_value`,
})

let opened: BatchWarehouse

beforeAll(async () => {
  opened = await openBatchWarehouse()
})

afterAll(() => opened.close())

const firstDay = 18_000

/** Customers who buy every so many days, the later ones until they stop; the last one only returns. */
function lines(): BatchLine[] {
  const line = (customer: string, day: number, kind: BatchLine['kind'] = 'sale'): BatchLine => ({
    customer,
    day: firstDay + day,
    orderNumber: '',
    kind,
    netRevenue: kind === 'return' ? -50_000_000n : BigInt(100 + customer.length * 10) * 1_000_000n,
    grossProfit: null,
    quantity: null,
    product: '',
    category: '',
  })
  const buyers = Array.from({ length: 60 }, (_, i) => {
    const gap = 9 + ((i * 7) % 23)
    const end = i % 3 === 0 ? 120 + 5 * i : 700
    return Array.from({ length: Math.ceil(end / gap) }, (_each, n) => line(`客户 ${i}`, (i % 40) + n * gap))
  })
  return [...buyers.flat(), line('只退货', 30, 'return'), line('客户 1', 650, 'return')]
}

it('writes a row for every account, which add up to the equity of the run', async () => {
  const asOf = firstDay + 701
  const batch = { shape: 'by hand', lines: lines(), memberships: [], believed: 0, asOf }
  const { scope } = await measureBatch(opened.warehouse, batch)
  const settings = { ...defaultValueSettings, locale: 'en', currency: 'CNY' } as const
  const request = { ...scope, firstDay: isoFromDay(firstDay), settings }
  const { value, valuation, aliveHistories: ofLargest } = await valueRun(opened.warehouse, request)
  const [written] = await opened.warehouse.rows(writtenValues, {})
  expect(value).toMatchObject({ customers: 60, accountsWithoutPurchase: 1, basis: 'netRevenue' })
  expect(value.backtest.length).toBeGreaterThanOrEqual(3)
  expect(written).toMatchObject({ accounts: 61, forecast: 60 })
  expect(written?.total).toBeCloseTo(value.equity?.total ?? Number.NaN, 1)
  expect(written?.atRisk).toBeCloseTo(value.equity?.atRisk ?? Number.NaN, 1)
  expect(value.equity?.lower).toBeLessThan(value.equity?.total ?? 0)

  const best = await mostValuable(opened.warehouse, { ...scope, currency: 'CNY' }, { limit: 100 })
  expect(best).toHaveLength(61)
  expect(best.at(-1)).toMatchObject({ account: '只退货', clv: null, pAlive: null })
  const clvs = best.slice(0, -1).map((account) => account.clv ?? 0)
  expect(clvs).toEqual(clvs.toSorted((a, b) => b - a))

  expect(ofLargest).toHaveLength(20)
  expect(ofLargest.every(({ points, purchaseDays }) => points.length > 0 && purchaseDays.length > 0)).toBe(true)
  const parameters = valuation.model?.parameters ?? { model: 'nbd', k: 1, r: 1, alpha: 1 }
  const days = { account: 'a', accountName: '', purchaseDays: [firstDay, firstDay + 9, firstDay + 18] }
  const [history] = aliveHistories(parameters, [days], valuation.observation)
  expect(history?.purchaseDays).toHaveLength(3)
  expect(history?.points.at(-1)?.pAlive).toBeLessThan(history?.points[0]?.pAlive ?? 0)

  await dropAccountValues(opened.warehouse, scope.runId)
  expect(await opened.warehouse.rows(writtenValues, {})).toMatchObject([{ accounts: 0 }])

  // The most valuable are the same ones where nobody else is written.
  await writeAccountValues(opened.warehouse, valuation, { runId: scope.runId, most: 5 })
  expect((await opened.warehouse.rows(writtenValues, {}))[0]?.accounts).toBeLessThan(30)
  expect(await mostValuable(opened.warehouse, { ...scope, currency: 'CNY' }, { limit: 5 })).toEqual(best.slice(0, 5))
  await dropAccountValues(opened.warehouse, scope.runId)
  await writeAccountValues(opened.warehouse, valuation, { runId: scope.runId, most: 61 })
  expect(await opened.warehouse.rows(writtenValues, {})).toMatchObject([{ accounts: 61 }])
  await dropAccountValues(opened.warehouse, scope.runId)
})
