import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type BatchWarehouse, loadBatch, openBatchWarehouse } from '../../metrics/batch-warehouse.fixture.ts'
import { everyBatch } from '../../metrics/every-batch.fixture.ts'
import type { SalesBatch } from '../../metrics/sales-batch.fixture.ts'
import { chooseAccounts } from '../choose-accounts.ts'
import { defaultModel } from '../default-model.ts'
import { backtestOrigins } from './backtest-origins.ts'
import { backtestSelection } from './backtest-selection.ts'
import { withPastRun } from './past-run.ts'

const valuesOfRun = defineQuery({
  name: 'values-of-run',
  parameters: z.object({ runId: z.string() }),
  row: z.object({ account: z.string(), clv: z.number().nullable(), pAlive: z.number().nullable() }),
  sql: `SELECT toString(account_key) AS account, clv, p_alive AS pAlive FROM account_value
    WHERE run_id = {runId:String} ORDER BY account_key`,
})

const leftValues = defineQuery({
  name: 'left-values',
  parameters: z.object({}),
  row: z.object({ rows: z.int() }),
  sql: "SELECT count() AS rows FROM account_value WHERE run_id LIKE 'past-%'",
})

let opened: BatchWarehouse

beforeAll(async () => {
  opened = await openBatchWarehouse()
})

afterAll(() => opened.close())

it('what is chosen as of a past day does not know what came later', { timeout: 180_000 }, async () => {
  await everyBatch(
    async (batch) => {
      const days = batch.lines.map(({ day }) => day).toSorted((a, b) => a - b)
      const asOf = days[Math.floor(days.length / 2)] ?? 0
      await loadBatch(opened.warehouse, batch)
      const withLater = await chosenAsOf(batch, asOf)
      await loadBatch(opened.warehouse, { ...batch, lines: batch.lines.filter(({ day }) => day < asOf) })
      expect(await chosenAsOf(batch, asOf)).toEqual(withLater)
    },
    { step: 8 },
  )
})

it(
  'finds a model that knows what matters, and says so of one that ranks by the opposite',
  { timeout: 180_000 },
  async () => {
    // Who bought much goes on doing so, and nobody else buys.
    const lines = Array.from({ length: 60 }, (_, account) =>
      Array.from({ length: 36 }, (__, month) => ({
        customer: `account ${String(account).padStart(2, '0')}`,
        day: 18_000 + month * 30,
        orderNumber: '',
        kind: 'sale' as const,
        netRevenue: BigInt(1 + account ** 2) * 1_000_000n,
        grossProfit: BigInt(1 + account ** 2) * 100_000n,
        quantity: null,
        product: 'p',
        category: '',
      })),
    ).flat()
    await loadBatch(opened.warehouse, { shape: 'two days', lines, memberships: [], believed: 0, asOf: undefined })
    const [first] = defaultModel.criteria
    if (first === undefined) throw new Error('the default model has criteria')
    const model = {
      ...defaultModel,
      criteria: [first],
      weights: { origin: 'hand' as const, values: { [first.id]: 1 } },
    }
    const reversed = { ...first, normalization: { method: 'percentile' as const, direction: 'lower' as const } }
    const challenger = { ...model, name: 'reversed', criteria: [reversed] }
    const scope = { imports: [7], membershipSequence: 0, asOf: isoFromDay(18_000 + 36 * 30) }
    const request = { ...scope, model, challenger, top: 6, wording: { locale: 'en' as const, currency: 'CNY' } }
    const backtest = await backtestSelection(opened.warehouse, request)
    expect(backtest).toMatchObject({ measure: 'grossProfit', horizonMonths: 12, challenger: 'reversed@1' })
    expect(backtest?.origins).toHaveLength(4)
    for (const origin of backtest?.origins ?? []) {
      const share = (ranking: string) => origin.captures.find((capture) => capture.ranking === ranking)?.share ?? 0
      expect(share('champion')).toBeCloseTo(share('foresight'), 6)
      expect(share('champion')).toBeCloseTo(share('revenue'), 6)
      expect(share('chance')).toBeCloseTo(0.1, 6)
      expect(share('challenger')).toBeLessThan(0.01)
    }
    const wins = new Map(backtest?.wins.map((win) => [win.against, win]))
    expect(wins.get('challenger')).toMatchObject({ better: 4, worse: 0 })
    expect(wins.get('revenue')).toMatchObject({ better: 0, worse: 0, cannotTell: 4 })
    expect(backtest?.verdict).toContain('Against the challenger')
    expect(await backtestSelection(opened.warehouse, request)).toEqual(backtest)
  },
)

it('customer value as of a past day is worked out from earlier days only', { timeout: 120_000 }, async () => {
  const lines = Array.from({ length: 40 }, (_, account) =>
    Array.from({ length: 3 + (account % 9) }, (__, order) => ({
      customer: `account ${account}`,
      day: 18_000 + ((account * 37 + order * (50 + account)) % 700),
      orderNumber: '',
      kind: 'sale' as const,
      netRevenue: BigInt(1 + ((account * 7 + order) % 11)) * 1_000_000n,
      grossProfit: null,
      quantity: null,
      product: 'p',
      category: '',
    })),
  ).flat()
  const asOf = 18_500
  const valued = async (known: typeof lines) => {
    await loadBatch(opened.warehouse, {
      shape: 'two days',
      lines: known,
      memberships: [],
      believed: 0,
      asOf: undefined,
    })
    const scope = { imports: [7], membershipSequence: 0, asOf: isoFromDay(asOf), dataStart: isoFromDay(18_000) }
    return withPastRun(opened.warehouse, { ...scope, withValue: true }, (runId) =>
      opened.warehouse.rows(valuesOfRun, { runId }),
    )
  }
  const withLater = await valued(lines)
  expect(withLater.length).toBeGreaterThan(30)
  expect(withLater.some(({ clv }) => clv !== null)).toBe(true)
  expect(await valued(lines.filter(({ day }) => day < asOf))).toEqual(withLater)
  expect(await opened.warehouse.rows(leftValues, {})).toEqual([{ rows: 0 }])
})

it('looks as far ahead as there is history before', () => {
  const plan = (firstDay: string) => backtestOrigins({ firstDay, until: '2025-01-01' })
  expect(plan('2020-01-01')?.horizonMonths).toBe(12)
  expect(plan('2020-01-01')?.origins.map(({ asOf }) => asOf)).toEqual([
    '2024-01-01',
    '2023-10-01',
    '2023-07-01',
    '2023-04-01',
  ])
  expect(plan('2023-01-01')?.origins).toEqual([{ asOf: '2024-01-01', until: '2025-01-01' }])
  expect(plan('2023-12-01')?.horizonMonths).toBe(6)
  expect(plan('2024-10-15')?.horizonMonths).toBe(1)
  expect(plan('2024-12-01')).toBeNull()
})

async function chosenAsOf(batch: SalesBatch, asOfDay: number) {
  const dataStart = isoFromDay(Math.min(...batch.lines.map(({ day }) => day)))
  const scope = { imports: [7], membershipSequence: batch.believed, asOf: isoFromDay(asOfDay) }
  return withPastRun(opened.warehouse, { ...scope, dataStart, withValue: false }, async (runId) => {
    const { columns, scored, tiers } = await chooseAccounts(opened.warehouse, {
      ...scope,
      runId,
      model: defaultModel,
      isFresh: true,
    })
    return { keys: [...columns.keys], scores: [...scored.scored.scores], tiers: [...tiers.tiers] }
  })
}
