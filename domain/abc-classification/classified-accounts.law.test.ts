import { type Measure, measures } from '@vitalfew/contract/run.ts'
import { amountFromMicros } from '@vitalfew/methods/arithmetic/amount-from-micros.ts'
import { total } from '@vitalfew/methods/arithmetic/total.ts'
import type { AccountMetrics } from '@vitalfew/methods/metrics/account-metrics.ts'
import { demandMonths } from '@vitalfew/methods/metrics/demand-months.ts'
import { abcClasses } from '@vitalfew/methods/ranking/abc-classes.ts'
import { demandVariation } from '@vitalfew/methods/ranking/demand-variation.ts'
import { gini } from '@vitalfew/methods/ranking/gini.ts'
import { herfindahl } from '@vitalfew/methods/ranking/herfindahl.ts'
import { positiveValues } from '@vitalfew/methods/ranking/positive-values.ts'
import { topShares } from '@vitalfew/methods/ranking/top-shares.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import {
  type BatchWarehouse,
  type LoadedBatch,
  measureBatch,
  openBatchWarehouse,
} from '../metrics/batch-warehouse.fixture.ts'
import { differences, type Figures } from '../metrics/differences.fixture.ts'
import { everyBatch } from '../metrics/every-batch.fixture.ts'
import { type AbcReport, classifyAccounts } from './index.ts'

const classifiedAccounts = defineQuery({
  name: 'classified-accounts',
  parameters: z.object({}),
  row: z.object({
    account: z.string(),
    abcClass: z.string(),
    cumulativeShare: z.number().nullable(),
    xyzClass: z.string(),
  }),
  sql: `
SELECT account, abc_class AS abcClass, cumulative_share AS cumulativeShare, xyz_class AS xyzClass
FROM account_abc
INNER JOIN account_metrics USING (run_id, account_key)`,
})

const cutsOf: Readonly<Record<Measure, readonly [number, number]>> = {
  netRevenue: [0.8, 0.95],
  grossProfit: [0.5, 0.9],
  contribution: [0.6, 0.8],
  orders: [0.25, 0.75],
}

/** Some figure that is known of some accounts, unknown of others, and of yet others there is no row. */
const someContributions = `
INSERT INTO account_contribution
SELECT run_id, account_key, if(orders % 3 = 0, NULL, net_revenue - 2 * returns - 100)
FROM account_metrics WHERE orders % 5 != 1`

let opened: BatchWarehouse

beforeAll(async () => {
  opened = await openBatchWarehouse()
})

afterAll(() => opened.close())

it('classes and concentration agree with their pure twins in every shape of data', async () => {
  await everyBatch(async (batch) => {
    const loaded = await measureBatch(opened.warehouse, batch)
    const { runId, asOf } = loaded.scope
    await opened.warehouse.command('TRUNCATE TABLE account_contribution', 'truncate')
    await opened.warehouse.command(someContributions, 'contribute')
    // Each shape is tried with one of the measures besides revenue: they differ in one expression.
    const others = measures.filter((measure) => measure !== 'netRevenue')
    for (const measure of ['netRevenue', others[batch.lines.length % others.length] ?? 'orders'] as const) {
      await opened.warehouse.command('TRUNCATE TABLE account_abc', 'truncate')
      const cuts = cutsOf[measure]
      const report = await classifyAccounts(opened.warehouse, {
        runId,
        measure,
        cuts,
        asOf,
        dataStart: loaded.dataStart,
      })
      const rows = await opened.warehouse.rows(classifiedAccounts, {})
      const expected = twin(loaded, measure)
      expect(differences(new Map(rows.map(({ account, ...found }) => [account, found])), expected)).toEqual([])
      expectCounts(report, { expected, measured: measuredAccounts(loaded, measure) })
      expectConcentration(report, measuredAccounts(loaded, measure))
    }
  })
})

interface Classified extends Figures {
  readonly abcClass: string
  readonly cumulativeShare: number | null
  readonly xyzClass: string
}

function twin(loaded: LoadedBatch, measure: Measure): ReadonlyMap<string, Classified> {
  const measured = measuredAccounts(loaded, measure)
  const [firstCut, secondCut] = cutsOf[measure]
  const names = [...measured.keys()]
  const { classes, cumulativeShares } = abcClasses(names, [...measured.values()], { firstCut, secondCut })
  return new Map(
    names.map((name, index) => [
      name,
      {
        abcClass: classes[index] ?? '',
        cumulativeShare: cumulativeShares[index] ?? null,
        xyzClass: xyzClass(loaded, name),
      },
    ]),
  )
}

function xyzClass({ accounts, asOfDay, firstDay }: LoadedBatch, name: string): string {
  const figures = accounts.get(name)
  if (figures === undefined) return 'no account'
  const window = { asOf: asOfDay, firstDay, firstOrder: figures.firstOrder }
  return demandVariation(demandMonths(figures.monthlyRevenue, window)).xyzClass ?? ''
}

function measuredAccounts({ accounts }: LoadedBatch, measure: Measure): ReadonlyMap<string, number | null> {
  return new Map([...accounts].map(([name, figures]) => [name, measureOf(figures, measure)]))
}

function measureOf(figures: AccountMetrics, measure: Measure): number | null {
  if (measure === 'orders') return figures.orders
  if (measure === 'contribution') {
    const isKnown = figures.orders % 5 !== 1 && figures.orders % 3 !== 0
    return isKnown ? amountFromMicros(figures.netRevenue - 2n * figures.returns - 100_000_000n) : null
  }
  if (measure === 'netRevenue') return amountFromMicros(figures.netRevenue)
  return figures.grossProfit === null ? null : amountFromMicros(figures.grossProfit)
}

function expectCounts(
  { abc }: AbcReport,
  { expected, measured }: { expected: ReadonlyMap<string, Classified>; measured: ReadonlyMap<string, number | null> },
): void {
  const whole = total(positiveValues([...measured.values()]))
  for (const name of ['A', 'B', 'C'] as const) {
    const own = [...expected].filter(([, item]) => item.abcClass === name)
    const amount = total(own.map(([account]) => measured.get(account) ?? 0))
    const share = whole === 0 ? 0 : amount / whole
    const found = new Map<string, Figures>([[name, { ...abc.classes[name] }]])
    expect(differences(found, new Map([[name, { accounts: own.length, amount, share }]]))).toEqual([])
    for (const cell of abc.matrix.filter((item) => item.abc === name)) {
      const xyz = cell.xyz === 'none' ? '' : cell.xyz
      expect(cell.accounts).toBe(own.filter(([, item]) => item.xyzClass === xyz).length)
    }
  }
  const none = [...expected].filter(([, item]) => item.abcClass === '')
  expect(abc.unclassified.accounts).toBe(none.length)
  const amount = total(none.map(([account]) => measured.get(account) ?? 0))
  expect(
    differences(new Map([['none', { amount: abc.unclassified.amount }]]), new Map([['none', { amount }]])),
  ).toEqual([])
}

function expectConcentration({ abc, curve }: AbcReport, measured: ReadonlyMap<string, number | null>): void {
  const values = positiveValues([...measured.values()])
  const top = topShares(values)
  const found = new Map([['', { gini: abc.gini, hhi: abc.hhi, shares: abc.topShares.map((item) => item.share) }]])
  const shares = values.length === 0 ? [] : top.map((item) => item.share)
  expect(differences(found, new Map([['', { gini: gini(values), hhi: herfindahl(values), shares }]]))).toEqual([])
  if (values.length === 0) return
  expect(abc.topShares.map((item) => item.accounts)).toEqual(top.map((item) => item.accounts))
  expect(curve).toHaveLength(201)
  expect(curve.every((share, index) => index === 0 || share >= (curve[index - 1] ?? 1))).toBe(true)
  expect([curve[0], curve[200]]).toEqual([0, expect.closeTo(1, 9)])
}
