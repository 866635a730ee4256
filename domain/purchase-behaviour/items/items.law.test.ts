import { basketsFrom } from '@vitalfew/methods/affinity/baskets.ts'
import { frequentSets } from '@vitalfew/methods/affinity/frequent-sets.ts'
import { amountFromMicros } from '@vitalfew/methods/arithmetic/amount-from-micros.ts'
import { compareNames } from '@vitalfew/methods/ranking/compare-names.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type BatchWarehouse, loadBatch, openBatchWarehouse } from '../../metrics/batch-warehouse.fixture.ts'
import { differences } from '../../metrics/differences.fixture.ts'
import { everyBatch } from '../../metrics/every-batch.fixture.ts'
import { basketItems } from '../affinity/basket-items.query.ts'
import { readBaskets } from '../affinity/read-baskets.ts'
import { answeredRows } from '../answered-rows.ts'
import { type BatchAccountLine, batchAccountLines } from '../batch-account-lines.fixture.ts'
import { holderCount, rankedItems } from './ranked-items.query.ts'
import { readAccountItems } from './read-account-items.ts'

const accountKeys = defineQuery({
  name: 'account-keys',
  parameters: z.object({ accounts: z.array(z.string()) }),
  row: z.object({ account: z.string(), key: z.string() }),
  sql: `SELECT account, toString(cityHash64(account)) AS key FROM (SELECT arrayJoin({accounts:Array(String)}) AS account)`,
})

let opened: BatchWarehouse

beforeAll(async () => {
  opened = await openBatchWarehouse()
})

afterAll(() => opened.close())

const levels = ['product', 'category'] as const

it('frequent sets of baskets from the warehouse are those of the lines themselves', async () => {
  let sets = 0
  await everyBatch(async (batch) => {
    const { scope, asOfDay } = await loadBatch(opened.warehouse, batch)
    for (const level of levels) {
      const perAccount = level === 'product'
      const lines = batchAccountLines(batch, { asOf: asOfDay }).filter((line) => line.isSale && line[level] !== '')
      const holderOf = (line: BatchAccountLine): string =>
        perAccount ? line.account : `${line.account}\n${line.orderNumber === '' ? line.day : `#${line.orderNumber}`}`
      const baskets = [...Map.groupBy(lines, holderOf).values()].map((own) => [
        ...new Set(own.map((line) => line[level])),
      ])
      const asked = { ...scope, level, since: '1900-01-01', perAccount, mostItems: 5000, stride: 1 }
      const parameters = { ...asked, leastHolders: 3 }
      const items = await opened.warehouse.rows(rankedItems, parameters)
      expect((await opened.warehouse.rows(holderCount, parameters))[0]?.holders).toBe(baskets.length)

      const counts = Map.groupBy(baskets.flat(), (item) => item)
      const expectedItems = [...counts]
        .flatMap(([item, all]) => (all.length >= 3 ? [{ item, holders: all.length }] : []))
        .toSorted((one, other) => other.holders - one.holders || compareNames(one.item, other.item))
      expect(items.map(({ item, holders }) => ({ item, holders }))).toEqual(expectedItems)

      const found = frequentSets(
        readBaskets(await answeredRows(opened.warehouse, { query: basketItems, parameters })),
        { minCount: 3 },
      )
      const place = new Map(items.map((row) => [row.item, row.place]))
      const twin = frequentSets(basketsFrom(baskets.map((basket) => basket.flatMap((item) => place.get(item) ?? []))), {
        minCount: 3,
      })
      const written = (all: typeof found) =>
        new Map(
          all.sets.flatMap(({ items: set, count }) => (set.length > 1 ? [[set.join(' '), { count }] as const] : [])),
        )
      expect(differences(written(found), written(twin))).toEqual([])
      sets += written(found).size
    }
  })
  expect(sets).toBeGreaterThan(500)
}, 240_000)

it('what accounts buy agrees with the lines themselves', async () => {
  let pairs = 0
  await everyBatch(async (batch) => {
    const { scope, asOfDay } = await loadBatch(opened.warehouse, batch)
    const lines = batchAccountLines(batch, { asOf: asOfDay }).filter((line) => line.isSale && line.category !== '')
    const keyed = await opened.warehouse.rows(accountKeys, {
      accounts: [...new Set(lines.map((line) => line.account))],
    })
    const keyOf = new Map(keyed.map(({ account, key }) => [account, key]))
    const bought = await readAccountItems(opened.warehouse, {
      ...scope,
      level: 'category',
      since: '1900-01-01',
      perAccount: true,
      leastHolders: 1,
      mostItems: 5000,
      stride: 1,
      mostAccounts: 100_000,
    })
    const found = new Map(
      bought.keys.flatMap((key, account) => {
        const rows = Array.from({ length: (bought.offsets[account + 1] ?? 0) - (bought.offsets[account] ?? 0) })
        return rows.map((_, i) => {
          const row = (bought.offsets[account] ?? 0) + i
          const item = bought.named[bought.items[row] ?? 0]?.item ?? ''
          return [`${key} ${item}`, { days: bought.days[row] ?? 0, amount: bought.amounts[row] ?? 0 }] as const
        })
      }),
    )
    const expected = new Map(
      [...Map.groupBy(lines, (line) => `${keyOf.get(line.account)} ${line.category}`)].map(([name, own]) => [
        name,
        {
          days: new Set(own.map(({ day }) => day)).size,
          amount: amountFromMicros(own.reduce((sum, { netRevenue }) => sum + netRevenue, 0n)),
        },
      ]),
    )
    expect(differences(found, expected)).toEqual([])
    pairs += found.size
  })
  expect(pairs).toBeGreaterThan(500)
}, 240_000)
