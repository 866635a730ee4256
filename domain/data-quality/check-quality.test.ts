import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type BatchWarehouse, openBatchWarehouse } from '../metrics/batch-warehouse.fixture.ts'
import { checkQuality } from './check-quality.ts'
import { line, plant, soundYear, summaryOf } from './quality-warehouse.fixture.ts'

let opened: BatchWarehouse

beforeAll(async () => {
  opened = await openBatchWarehouse()
})

afterAll(() => opened.close())

beforeEach(() => opened.warehouse.command('TRUNCATE TABLE sales_line', 'truncate'))

function check(options: { asOf?: string; today?: string } = {}) {
  return checkQuality(opened.warehouse, {
    imports: [{ id: 1, summary: summaryOf() }],
    asOf: '2025-01-01',
    today: '2025-02-01',
    totals: { accountsNotPositive: 0, amountNotPositive: 0 },
    ...options,
  })
}

test('clean data has nothing to say and the full score', async () => {
  await plant(opened.warehouse, { lines: soundYear() })
  expect(await check()).toEqual({ score: 1, issues: [] })
})

test('each doubt is found with its rows, its money and the largest examples, the grave ones first', async () => {
  const year = soundYear()
  const twice = Array.from({ length: 7 }, (_, copy) => line({ netRevenue: 100 + copy, orderNumber: `T${copy}` }))
  const lines = [
    ...year,
    ...twice,
    ...twice,
    ...Array.from({ length: 6 }, (_, zero) => line({ netRevenue: 0, orderNumber: `Z${zero}` })),
    line({ netRevenue: 5_000_000 }),
    line({ kind: 'return', netRevenue: -30 }),
    line({ kind: 'cancelled', netRevenue: 70 }),
  ]
  await plant(opened.warehouse, { lines })
  const { score, issues } = await check()
  expect(issues.map(({ check: name, severity, rows, amount }) => [name, severity, rows, amount])).toEqual([
    ['outlierAmount', 'high', 1, 5_000_000],
    ['duplicateLine', 'high', 7, 721],
    ['zeroAmount', 'medium', 6, 0],
    ['returns', 'low', 1, 30],
    ['cancelled', 'low', 1, 70],
  ])
  expect(issues[0]?.examples).toEqual([expect.stringMatching(/^lines\.csv:\d+ C001 2024-06-10 5000000$/)])
  expect(issues[1]?.examples.map((text) => text.replace(/.* /, ''))).toEqual(['106', '105', '104', '103', '102'])
  const all = lines.reduce((sum, { netRevenue }) => sum + Math.abs(netRevenue), 0)
  expect(score).toBeCloseTo(1 - 5_000_721 / all, 12)
})

test('lines are equal only where what is known of them is', async () => {
  const half = { netRevenue: 8, orderNumber: '1' }
  await plant(opened.warehouse, {
    lines: [
      ...soundYear(),
      line({ ...half, quantity: 1 }),
      line({ ...half, quantity: null }),
      line({ ...half, quantity: 1, product: 'P' }),
      line({ ...half, quantity: 1, region: '华东' }),
    ],
  })
  expect((await check()).issues).toEqual([])
})

test('as of a past day, later lines are not known', async () => {
  await plant(opened.warehouse, {
    lines: [...soundYear(), line({ day: '2025-01-10', netRevenue: 0, currency: 'USD' })],
  })
  expect(await check()).toEqual({ score: 1, issues: [] })
  const { issues } = await check({ asOf: '2025-02-02' })
  expect(issues.map((issue) => issue.check)).toEqual(['mixedCurrency', 'zeroAmount'])
})

test('data that ends a quarter before today is stale, and accounts without revenue are counted', async () => {
  await plant(opened.warehouse, { lines: soundYear() })
  const { score, issues } = await checkQuality(opened.warehouse, {
    imports: [{ id: 1, summary: summaryOf() }],
    asOf: '2025-01-01',
    today: '2025-04-15',
    totals: { accountsNotPositive: 3, amountNotPositive: -45 },
  })
  expect(score).toBe(1)
  expect(issues).toEqual([
    { check: 'accountsNotPositive', severity: 'medium', rows: 3, amount: 45, examples: [] },
    { check: 'stale', severity: 'medium', rows: 104, amount: 0, examples: ['2025-01-01'] },
  ])
})
