import { amountFromMicros } from '@vitalfew/methods/arithmetic/amount-from-micros.ts'
import { addMonths } from '@vitalfew/methods/calendar/add-months.ts'
import { monthIndex } from '@vitalfew/methods/calendar/month-index.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { z } from 'zod'
import { type BatchWarehouse, loadBatch, openBatchWarehouse } from '../../metrics/batch-warehouse.fixture.ts'
import { differences } from '../../metrics/differences.fixture.ts'
import { everyBatch } from '../../metrics/every-batch.fixture.ts'
import { type BatchAccountLine, batchAccountLines } from '../batch-account-lines.fixture.ts'
import { firstItems, itemBreadth, nextItems } from '../preference/habits.query.ts'
import { monthlySeries, seriesExtent } from './monthly-series.query.ts'

let opened: BatchWarehouse

beforeAll(async () => {
  opened = await openBatchWarehouse()
})

afterAll(() => opened.close())

const money = (lines: readonly BatchAccountLine[]): number =>
  amountFromMicros(lines.reduce((sum, { netRevenue }) => sum + netRevenue, 0n))

it('months by product and category, of all accounts and of the key ones, agree with the lines themselves', async () => {
  let [series, restricted] = [0, 0]
  await everyBatch(async (batch) => {
    const { scope, asOfDay } = await loadBatch(opened.warehouse, batch)
    const lines = batchAccountLines(batch, { asOf: asOfDay })
    const yearAgo = addMonths(asOfDay, -12)
    for (const keyShare of [1, 0.8]) {
      const kept = keyShare === 1 ? lines : ofKeyAccounts(lines, { yearAgo, share: keyShare })
      restricted += Number(kept.length < lines.length)
      const rows = await opened.warehouse.rows(monthlySeries, {
        ...scope,
        first: 'category',
        second: 'product',
        keyShare,
        limit: 100_000,
      })
      const found = rows.flatMap(({ first, second, months, revenue, units }) =>
        months.map(
          (month, i) => [`${first}·${second} ${month}`, { revenue: revenue[i] ?? 0, units: units[i] ?? 0 }] as const,
        ),
      )
      const told = kept.filter(({ product, category }) => product !== '' && category !== '')
      const expected = [...Map.groupBy(told, (line) => `${line.category}·${line.product} ${monthIndex(line.day)}`)].map(
        ([name, own]) =>
          [
            name,
            {
              revenue: money(own),
              units: amountFromMicros(own.reduce((sum, { quantity }) => sum + (quantity ?? 0n), 0n)),
            },
          ] as const,
      )
      expect(differences(new Map(found), new Map(expected))).toEqual([])
      series += rows.length
      const [extent] = await opened.warehouse.rows(seriesExtent, { ...scope, keyShare })
      expect(extent?.lines).toBe(lines.length)
    }
  })
  expect(series).toBeGreaterThan(100)
  expect(restricted).toBeGreaterThan(3)
}, 240_000)

/** The lines of the largest accounts that together make a share of what all that are above zero make in a year. */
function ofKeyAccounts(
  lines: readonly BatchAccountLine[],
  { yearAgo, share }: { readonly yearAgo: number; readonly share: number },
): BatchAccountLine[] {
  const recent = lines.filter(({ day }) => day >= yearAgo)
  const accounts = [...Map.groupBy(recent, ({ account }) => account)]
    .map(([account, own]) => ({ account, revenue: money(own) }))
    .filter(({ revenue }) => revenue > 0)
  const whole = accounts.reduce((sum, { revenue }) => sum + revenue, 0)
  const above = (revenue: number): number =>
    accounts.reduce((sum, other) => sum + (other.revenue > revenue ? other.revenue : 0), 0)
  const keys = new Set(accounts.flatMap((item) => (above(item.revenue) < share * whole ? [item.account] : [])))
  return lines.filter(({ account }) => keys.has(account))
}

it('breadth, first and next items agree with the lines themselves', async () => {
  let pairs = 0
  await everyBatch(
    async (batch) => {
      const { scope, asOfDay } = await loadBatch(opened.warehouse, batch)
      const sales = batchAccountLines(batch, { asOf: asOfDay }).filter(({ isSale }) => isSale)
      await expectBreadth({ ...scope, level: 'category' }, sales)
      pairs += await expectBeginnings({ ...scope, level: 'category' }, sales)
    },
    { step: 2 },
  )
  expect(pairs).toBeGreaterThan(20)
}, 240_000)

type LevelScope = z.input<typeof itemBreadth.parameters>

async function expectBreadth(parameters: LevelScope, sales: readonly BatchAccountLine[]): Promise<void> {
  const known = sales.filter(({ category }) => category !== '')
  const quarters = Map.groupBy(known, ({ day }) => Math.floor(monthIndex(day) / 3))
  for (const { quarter, accounts, mean } of await opened.warehouse.rows(itemBreadth, parameters)) {
    const own = [...Map.groupBy(quarters.get(quarter) ?? [], ({ account }) => account).values()]
    const counts = own.map((lines) => new Set(lines.map(({ category }) => category)).size)
    expect(accounts).toBe(counts.length)
    expect(mean).toBeCloseTo(counts.reduce((sum, count) => sum + count, 0) / counts.length, 9)
  }
}

/** Returns how many pairs of a first and a next item there were. */
async function expectBeginnings(parameters: LevelScope, sales: readonly BatchAccountLine[]): Promise<number> {
  const begun = [...Map.groupBy(sales, ({ account }) => account).values()].map((own) => {
    const days = [...Map.groupBy(own, ({ day }) => day)].toSorted(([one], [other]) => one - other)
    const items = days.map(([, lines]) => new Set(lines.flatMap(({ category }) => (category === '' ? [] : [category]))))
    const [first = new Set<string>(), second] = items
    return { first, next: [...(second ?? [])].filter((item) => !first.has(item)), returned: second !== undefined }
  })
  const first = await opened.warehouse.rows(firstItems, { ...parameters, limit: 1000 })
  const beginnings = begun.flatMap(({ first: items, returned }) => [...items].map((item) => ({ item, returned })))
  const expectedFirst = [...Map.groupBy(beginnings, ({ item }) => item)].map(
    ([item, own]) => [item, { accounts: own.length, returned: own.filter(({ returned }) => returned).length }] as const,
  )
  const foundFirst = first.map(({ item, accounts, returned }) => [item, { accounts, returned }] as const)
  expect(differences(new Map(foundFirst), new Map(expectedFirst))).toEqual([])

  const next = await opened.warehouse.rows(nextItems, { ...parameters, limit: 100_000, least: 1 })
  const pairs = begun.flatMap(({ first: items, next: following }) =>
    [...items].flatMap((from) => following.map((to) => `${from}→${to}`)),
  )
  const expectedNext = [...Map.groupBy(pairs, (pair) => pair)].map(
    ([pair, own]) => [pair, { accounts: own.length }] as const,
  )
  const foundNext = next.map(({ from, to, accounts }) => [`${from}→${to}`, { accounts }] as const)
  expect(differences(new Map(foundNext), new Map(expectedNext))).toEqual([])
  return next.length
}
