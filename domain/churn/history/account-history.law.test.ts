import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { conductFigures, type ConductDay } from '@vitalfew/methods/churn/conduct-figures.ts'
import { departures } from '@vitalfew/methods/churn/departures.ts'
import { portfolioCycle } from '@vitalfew/methods/lifecycle/portfolio-cycle.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type BatchWarehouse, loadBatch, openBatchWarehouse } from '../../metrics/batch-warehouse.fixture.ts'
import { differences } from '../../metrics/differences.fixture.ts'
import { everyBatch } from '../../metrics/every-batch.fixture.ts'
import type { SalesBatch } from '../../metrics/sales-batch.fixture.ts'
import { pastPortfolioCycle, writeAccountHistories } from './account-history.query.ts'
import { readConduct } from './read-conduct.ts'

// The figures of the warehouse and those of the pure functions, on every shape of data, as of several days of it.

const departureRows = defineQuery({
  name: 'departure-rows',
  parameters: z.object({}),
  row: z.object({ key: z.string(), since: z.array(z.int()), gone: z.array(z.int()), back: z.array(z.int()) }),
  sql: `SELECT toString(account_key) AS key, quiet_since AS since, gone_on AS gone, returned_on AS back FROM account_history ORDER BY account_key`,
})
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

it('histories agree with their pure twins, as of the last day and of earlier ones', async () => {
  let [left, compared, returned] = [0, 0, 0]
  await everyBatch(async (batch) => {
    const { warehouse } = opened
    const { scope, asOfDay, firstDay } = await loadBatch(warehouse, batch)
    await warehouse.command('TRUNCATE TABLE account_history', 'truncate')
    await warehouse.run(writeAccountHistories, { ...scope, traitsAsOf: scope.asOf })
    const days = await daysByKey(batch, asOfDay)
    const purchases = (key: string) => (days.get(key) ?? []).filter(({ bought }) => bought).map(({ day }) => day)

    const found = await warehouse.rows(departureRows, {})
    expect(found.map(({ key }) => key).toSorted()).toEqual([...days.keys()].toSorted())
    for (const { key, since, gone, back } of found) {
      const expected = departures(purchases(key), { asOf: asOfDay })
      returned += expected.filter(({ returnedOn }) => returnedOn !== null).length
      expect({ since, gone, back }).toEqual({
        since: expected.map(({ quietSince }) => quietSince),
        gone: expected.map(({ goneOn }) => goneOn),
        back: expected.map(({ returnedOn }) => returnedOn ?? 0),
      })
    }

    for (const asOf of [
      asOfDay,
      Math.round((asOfDay * 2 + firstDay) / 3),
      Math.round((asOfDay + firstDay) / 2),
      firstDay,
    ]) {
      const isoDay = isoFromDay(asOf)
      const known = [...days.keys()].map((key) => purchases(key).filter((day) => day < asOf))
      const portfolioCycleDays = portfolioCycle(known)
      const [cycle] = await warehouse.rows(pastPortfolioCycle, { runId: scope.runId, asOf: isoDay })
      expect(cycle?.days).toBe(portfolioCycleDays)
      const conduct = await readConduct(warehouse, { runId: scope.runId, asOf: isoDay, portfolioCycleDays })
      const { keys, hasLeft, ...columns } = conduct
      const ofRow = (row: number) => Object.entries(columns).map(([name, column]) => [name, orNull(column[row])])
      const rows = new Map(
        Array.from(keys, (key, row) => [
          String(key),
          { ...Object.fromEntries(ofRow(row)), hasLeft: hasLeft[row] ?? 0 },
        ]),
      )
      const expected = new Map(
        [...days].map(([key, history]) => {
          const figures = conductFigures(history, { asOf, portfolioCycleDays })
          left += Number(figures.hasLeft)
          compared += Number(figures.usualBasket !== null)
          return [key, { ...figures, hasLeft: Number(figures.hasLeft) }]
        }),
      )
      expect(differences(rows, expected)).toEqual([])
    }
  })
  for (const seen of [left, compared, returned]) expect(seen).toBeGreaterThan(100)
}, 240_000)

/** The days of every account by its key, as the product keys accounts. */
async function daysByKey(batch: SalesBatch, asOf: number): Promise<Map<string, ConductDay[]>> {
  const accountOf = new Map(batch.memberships.slice(0, batch.believed).map((item) => [item.customer, item.account]))
  const lines = batch.lines.filter((line) => line.day < asOf && line.kind !== 'cancelled')
  const byAccount = Map.groupBy(lines, (line) => accountOf.get(line.customer) ?? line.customer)
  const keys = await opened.warehouse.rows(accountKeys, { accounts: [...byAccount.keys()] })
  return new Map(
    keys.map(({ account, key }) => {
      const byDay = Map.groupBy(byAccount.get(account) ?? [], (line) => line.day)
      const days = [...byDay]
        .toSorted(([one], [other]) => one - other)
        .map(([day, own]) => {
          const sales = own.filter(({ kind }) => kind === 'sale')
          const money = (some: typeof own) => Number(some.reduce((sum, { netRevenue }) => sum + netRevenue, 0n)) / 1e6
          return {
            day,
            bought: sales.length > 0,
            sold: money(sales),
            returned: -money(own.filter(({ kind }) => kind === 'return')),
            categories: sales.flatMap(({ category, product }) =>
              category !== '' ? [category] : product !== '' ? [`p ${product}`] : [],
            ),
          }
        })
      return [key, days]
    }),
  )
}

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value
}
