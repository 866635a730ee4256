import { defineStatement } from '@vitalfew/warehouse/query.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type BatchWarehouse, openBatchWarehouse } from '../metrics/batch-warehouse.fixture.ts'
import { checkQuality } from './check-quality.ts'

let opened: BatchWarehouse

beforeAll(async () => {
  opened = await openBatchWarehouse()
})

afterAll(() => opened.close())

beforeEach(() => opened.warehouse.command('TRUNCATE TABLE sales_line', 'truncate'))

/** Twelve months of a hundred each: nothing to find fault with. */
const year = Array.from({ length: 12 }, (_, month) => line({ day: `2024-${String(month + 1).padStart(2, '0')}-10` }))

test('clean data has nothing to say and the full score', async () => {
  await insert(year)
  expect(await check()).toEqual({ score: 1, issues: [] })
})

test('each doubt is found with its rows, its money and the worst examples', async () => {
  await insert([
    ...year,
    ...Array.from({ length: 7 }, (_, copy) => line({ customer: `twice ${copy}`, netRevenue: 100 + copy })),
    ...Array.from({ length: 7 }, (_, copy) => line({ customer: `twice ${copy}`, netRevenue: 100 + copy })),
    ...Array.from({ length: 6 }, (_, zero) => line({ customer: `zero ${zero}`, netRevenue: 0 })),
    line({ customer: 'wrong unit', netRevenue: 5_000_000 }),
    line({ customer: 'back', kind: 'return', netRevenue: -30 }),
    line({ customer: 'off', kind: 'cancelled', netRevenue: 70 }),
  ])
  const { score, issues } = await check()
  expect(Object.fromEntries(issues.map(({ check: name, ...issue }) => [name, issue]))).toEqual({
    outlierAmount: { severity: 'high', rows: 1, amount: 5_000_000, examples: ['wrong unit 2024-06-10 5000000'] },
    duplicateLine: {
      severity: 'medium',
      rows: 7,
      amount: 721,
      examples: [6, 5, 4, 3, 2].map((copy) => `twice ${copy} 2024-06-10 1`),
    },
    zeroAmount: { severity: 'medium', rows: 6, amount: 0, examples: [0, 1, 2, 3, 4].map((zero) => `zero ${zero}`) },
    returns: { severity: 'low', rows: 1, amount: 30, examples: [] },
    cancelled: { severity: 'low', rows: 1, amount: 70, examples: [] },
  })
  expect(score).toBeCloseTo(1 - 5_000_000 / (1_200 + 2 * 721 + 5_000_000 + 30 + 70), 12)
})

test('lines are equal only where what is known of them is', async () => {
  const half = { day: '2024-06-10', customer: 'same', netRevenue: 8 }
  await insert([
    ...year,
    line({ ...half, quantity: 0 }),
    line({ ...half, quantity: null }),
    line({ ...half, quantity: 0, grossProfit: 0 }),
    line({ ...half, quantity: 0, orderNumber: '2' }),
  ])
  expect((await check()).issues).toEqual([])
})

test('months without a sale, two currencies and days to come are grave', async () => {
  await insert([
    ...year.filter((item) => item.day !== '2024-03-10' && item.day !== '2024-08-10'),
    line({ day: '2024-12-20', currency: 'USD', netRevenue: 50 }),
  ])
  const { score, issues } = await check({ today: '2024-12-15' })
  expect(issues).toEqual([
    { check: 'futureDate', severity: 'high', rows: 1, amount: 50, examples: ['2024-12-20'] },
    { check: 'mixedCurrency', severity: 'high', rows: 2, amount: 1_050, examples: ['CNY', 'USD'] },
    { check: 'missingMonths', severity: 'high', rows: 2, amount: 0, examples: [] },
  ])
  expect(score).toBe(0)
})

test('as of a past day, later lines are not known', async () => {
  await insert([...year, line({ day: '2025-02-01', netRevenue: 0, currency: 'USD' })])
  expect(await check()).toEqual({ score: 1, issues: [] })
  expect((await check({ asOf: '2025-02-02' })).issues.map((issue) => issue.check)).toEqual([
    'mixedCurrency',
    'missingMonths',
    'zeroAmount',
  ])
})

test('data that ends a quarter before today is stale, and accounts without revenue are named', async () => {
  await insert(year)
  const totals = { accountsNotPositive: 3, amountNotPositive: -45 }
  expect(await check({ today: '2025-04-15', totals })).toEqual({
    score: 1,
    issues: [
      { check: 'accountsNotPositive', severity: 'medium', rows: 3, amount: 45, examples: [] },
      { check: 'stale', severity: 'medium', rows: 104, amount: 0, examples: ['2025-01-01'] },
    ],
  })
})

interface Line {
  readonly day: string
  readonly customer: string
  readonly kind: 'sale' | 'return' | 'cancelled'
  readonly netRevenue: number
  readonly grossProfit: number | null
  readonly quantity: number | null
  readonly orderNumber: string
  readonly currency: string
}

function line(given: Partial<Line>): Line {
  return {
    day: '2024-06-10',
    customer: 'one',
    kind: 'sale',
    netRevenue: 100,
    grossProfit: null,
    quantity: null,
    orderNumber: '1',
    currency: 'CNY',
    ...given,
  }
}

const insertLine = defineStatement({
  name: 'insert-line',
  parameters: z.object({ lines: z.string() }),
  sql: `
INSERT INTO sales_line (import_id, customer_key, customer, day, kind, net_revenue, gross_profit, quantity, order_number,
  currency)
SELECT 1, cityHash64(customer), customer, day, kind, netRevenue, grossProfit, quantity, orderNumber, currency
FROM format(JSONEachRow, 'day Date32, customer String, kind String, netRevenue Decimal(18, 6),
  grossProfit Nullable(Decimal(18, 6)), quantity Nullable(Decimal(18, 6)), orderNumber String, currency String',
  {lines:String})`,
})

async function insert(lines: readonly Line[]): Promise<void> {
  await opened.warehouse.run(insertLine, { lines: lines.map((item) => JSON.stringify(item)).join('\n') })
}

function check(
  options: { asOf?: string; today?: string; totals?: { accountsNotPositive: number; amountNotPositive: number } } = {},
) {
  return checkQuality(opened.warehouse, {
    imports: [{ id: 1, summary }],
    asOf: '2025-01-01',
    today: '2025-02-01',
    totals: { accountsNotPositive: 0, amountNotPositive: 0 },
    ...options,
  })
}

const summary = {
  file: 'lines.csv',
  encoding: 'utf-8',
  sheet: null,
  rows: 1,
  accepted: 1,
  rejected: 0,
  setAside: 0,
  mapping: {},
  confidence: {},
  units: {},
  dateOrder: 'ymd' as const,
  dropDuplicates: false,
  leftOut: [],
  unusedHeaders: [],
}
