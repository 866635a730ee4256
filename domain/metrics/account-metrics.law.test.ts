import { amountFromMicros } from '@vitalfew/methods/arithmetic/amount-from-micros.ts'
import { microsFromDecimal } from '@vitalfew/methods/arithmetic/micros-from-decimal.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import type { AccountMetrics } from '@vitalfew/methods/metrics/account-metrics.ts'
import { monthlySeries } from '@vitalfew/methods/metrics/monthly-series.ts'
import { compareNames } from '@vitalfew/methods/ranking/compare-names.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type BatchWarehouse, type LoadedBatch, measureBatch, openBatchWarehouse } from './batch-warehouse.fixture.ts'
import { differences, type Figures } from './differences.fixture.ts'
import { everyBatch } from './every-batch.fixture.ts'
import { dataExtent, portfolioMonths, runTotals } from './index.ts'
import type { SalesBatch } from './sales-batch.fixture.ts'

const Amount = z.string().transform(microsFromDecimal)
const Day = z.iso.date().transform(dayFromIso)

const measuredAccounts = defineQuery({
  name: 'measured-accounts',
  parameters: z.object({}),
  row: z.object({
    account: z.string(),
    netRevenue: Amount,
    grossRevenue: Amount,
    returns: Amount,
    grossProfit: Amount.nullable(),
    margin: z.number().nullable(),
    orders: z.int(),
    orderLines: z.int(),
    returnLines: z.int(),
    units: Amount.nullable(),
    purchaseDays: z.array(z.int()),
    revenueLast12Months: Amount,
    revenuePrior12Months: Amount,
    products: z.int(),
    categories: z.int(),
    monthlyRevenue: z.array(Amount),
    firstOrder: Day.nullable(),
    lastOrder: Day.nullable(),
    recencyDays: z.int().nullable(),
    ordersPerYear: z.number(),
    meanDaysBetweenOrders: z.number().nullable(),
    medianDaysBetweenOrders: z.number().nullable(),
    growth: z.number().nullable(),
    share: z.number(),
    activeMonths: z.int(),
  }),
  sql: `
SELECT
  account, toString(net_revenue) AS netRevenue, toString(gross_revenue) AS grossRevenue, toString(returns) AS returns,
  toString(gross_profit) AS grossProfit,
  if(revenue_with_profit > 0, toFloat64(gross_profit) / toFloat64(revenue_with_profit), NULL) AS margin,
  orders, order_lines AS orderLines, return_lines AS returnLines, toString(units) AS units,
  purchase_days AS purchaseDays, toString(revenue_last_12_months) AS revenueLast12Months,
  toString(revenue_prior_12_months) AS revenuePrior12Months, products, categories,
  arrayMap(x -> toString(x), monthly_revenue) AS monthlyRevenue, toString(first_order) AS firstOrder,
  toString(last_order) AS lastOrder, recency_days AS recencyDays, orders_per_year AS ordersPerYear,
  mean_days_between_orders AS meanDaysBetweenOrders, median_days_between_orders AS medianDaysBetweenOrders, growth,
  share, active_months AS activeMonths
FROM account_metrics`,
})

let opened: BatchWarehouse

beforeAll(async () => {
  opened = await openBatchWarehouse()
})

afterAll(() => opened.close())

it('the figures of accounts, of the whole and of its months agree with their pure twins in every shape of data', async () => {
  await everyBatch(async (batch) => {
    const loaded = await measureBatch(opened.warehouse, batch)
    expect(await wrongAccounts(loaded)).toEqual([])
    await expectTotals(loaded)
    await expectMonths(batch, loaded)
    await expectExtent(batch, loaded)
  })
})

it('amounts too large to add up are an error, not a wrong figure', async () => {
  const line = {
    customer: 'one',
    orderNumber: '',
    kind: 'sale',
    grossProfit: null,
    quantity: null,
    product: '',
  } as const
  const lines = Array.from({ length: 10 }, (_, day) => ({ ...line, category: '', day, netRevenue: 10n ** 18n - 1n }))
  const batch = { shape: 'too large', lines, memberships: [], believed: 0, asOf: undefined }
  await expect(measureBatch(opened.warehouse, batch)).rejects.toMatchObject({
    code: 'warehouse.queryFailed',
    details: { reason: expect.stringContaining('beyond 9e12') },
  })
})

async function wrongAccounts({ accounts }: LoadedBatch): Promise<string[]> {
  const rows = await opened.warehouse.rows(measuredAccounts, {})
  const found = new Map(rows.map(({ account, ...figures }) => [account, figures]))
  const expected = new Map([...accounts].map(([account, figures]) => [account, twin(figures)]))
  expect(found.size).toBe(rows.length)
  return differences(found, expected)
}

async function expectTotals({ accounts, scope }: LoadedBatch): Promise<void> {
  const [found] = await opened.warehouse.rows(runTotals, { runId: scope.runId })
  const expected = totalsOf(accounts)
  expect(found).toMatchObject(expected.exact)
  expect(differences(new Map([['total', close(found)]]), new Map([['total', expected.close]]))).toEqual([])
}

async function expectMonths({ lines }: SalesBatch, { asOfDay, scope }: LoadedBatch): Promise<void> {
  const months = await opened.warehouse.rows(portfolioMonths, scope)
  const bySlot = (amount: (slot: number) => number): ReadonlyMap<string, Figures> =>
    new Map([['months', { netRevenue: Array.from({ length: 24 }, (_, slot) => amount(slot)) }]])
  const series = monthlySeries(lines, { asOf: asOfDay }).map(amountFromMicros)
  const found = bySlot((slot) => months.find((month) => month.slot === slot)?.netRevenue ?? 0)
  expect(
    differences(
      found,
      bySlot((slot) => series[slot] ?? 0),
    ),
  ).toEqual([])
}

async function expectExtent({ lines }: SalesBatch, { asOfDay, firstDay, scope }: LoadedBatch): Promise<void> {
  const [extent] = await opened.warehouse.rows(dataExtent, { imports: scope.imports, before: scope.asOf })
  const known = lines.filter((line) => line.day < asOfDay)
  const counted = known.filter((line) => line.kind !== 'cancelled')
  expect({ ...extent, firstDay: dayFromIso(extent?.firstDay ?? '') }).toMatchObject({
    lines: counted.length,
    cancelledLines: known.length - counted.length,
    firstDay,
    lastDay: isoFromDay(Math.max(...counted.map((line) => line.day))),
  })
}

function twin(figures: AccountMetrics): Figures {
  const { purchaseRevenues: _, averageOrderValue: __, returnRate: ___, ...same } = figures
  return same
}

function totalsOf(accounts: ReadonlyMap<string, AccountMetrics>) {
  const all = [...accounts.values()]
  const sum = (amount: (figures: AccountMetrics) => bigint): number =>
    amountFromMicros(all.reduce((total, figures) => total + amount(figures), 0n))
  const [largest] = [...accounts].toSorted(
    ([nameA, a], [nameB, b]) => Number(b.netRevenue - a.netRevenue) || compareNames(nameA, nameB),
  )
  const known = all.filter((figures) => figures.grossProfit !== null)
  return {
    exact: {
      accounts: all.length,
      orders: all.reduce((total, figures) => total + figures.orders, 0),
      orderLines: all.reduce((total, figures) => total + figures.orderLines, 0),
      returnLines: all.reduce((total, figures) => total + figures.returnLines, 0),
      accountsNotPositive: all.filter((figures) => figures.netRevenue <= 0n).length,
      largestAccount: largest?.[0],
    },
    close: {
      netRevenue: sum((figures) => figures.netRevenue),
      grossRevenue: sum((figures) => figures.grossRevenue),
      returns: sum((figures) => figures.returns),
      grossProfit: known.length === 0 ? null : sum((figures) => figures.grossProfit ?? 0n),
      amountNotPositive: sum((figures) => (figures.netRevenue <= 0n ? figures.netRevenue : 0n)),
      largestRevenue: amountFromMicros(largest?.[1].netRevenue ?? 0n),
      largestProfit: amountOrNull(largest?.[1].grossProfit ?? null),
    },
  }
}

function close(totals: z.output<typeof runTotals.row> | undefined): Figures {
  if (totals === undefined) return {}
  const { netRevenue, grossRevenue, returns, grossProfit, amountNotPositive, largestRevenue, largestProfit } = totals
  return { netRevenue, grossRevenue, returns, grossProfit, amountNotPositive, largestRevenue, largestProfit }
}

function amountOrNull(micros: bigint | null): number | null {
  return micros === null ? null : amountFromMicros(micros)
}
