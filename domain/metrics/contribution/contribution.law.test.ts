import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { microsFromDecimal } from '@vitalfew/methods/arithmetic/micros-from-decimal.ts'
import { contribution, type CostPosting } from '@vitalfew/methods/metrics/contribution.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type BatchWarehouse, measureBatch, openBatchWarehouse } from '../batch-warehouse.fixture.ts'
import { everyBatch } from '../every-batch.fixture.ts'
import type { SalesBatch } from '../sales-batch.fixture.ts'
import { findContribution } from './find-contribution.ts'

interface CustomerPosting extends CostPosting {
  readonly customer: string
}

const contributions = defineQuery({
  name: 'contributions-by-name',
  parameters: z.object({ names: z.array(z.string()) }),
  row: z.object({ name: z.string(), found: z.string().transform(microsFromDecimal).nullable() }),
  sql: `
SELECT name, toString(k.contribution) AS found
FROM (SELECT arrayJoin({names:Array(String)}) AS name) AS asked
LEFT JOIN account_contribution AS k ON k.account_key = cityHash64(name)`,
})

let opened: BatchWarehouse

beforeAll(async () => {
  opened = await openBatchWarehouse()
})

afterAll(() => opened.close())

it('what accounts brought after their costs agrees with its pure twin in every shape of data', async () => {
  const { warehouse } = opened
  let known = 0
  await everyBatch(
    async (batch) => {
      const { scope, asOfDay, accounts } = await measureBatch(warehouse, batch)
      for (const dated of ['all', 'some', 'none'] as const) {
        const postings = postingsOf(batch, dated)
        for (const table of ['account_cost', 'account_contribution'])
          await warehouse.command(`TRUNCATE TABLE ${table}`, 'x')
        await insertPostings(warehouse, postings)
        const costs = { costImports: [9], currency: 'CNY', capitalRate: 0.06 }
        const told = await findContribution(warehouse, { ...scope, ...costs })
        const seen = postings.filter(({ day }) => day === null || day < asOfDay)
        const months = new Set(seen.flatMap(({ day }) => (day === null ? [] : isoFromDay(day).slice(0, 7))))
        expect(told?.months ?? 0).toBe(months.size)
        const accountOf = new Map(
          batch.memberships.slice(0, batch.believed).map((item) => [item.customer, item.account]),
        )
        const nameOf = (customer: string): string => accountOf.get(customer) ?? customer
        const names = [...new Set([...batch.lines, ...postings].map(({ customer }) => nameOf(customer)))]
        for (const { name, found } of await warehouse.rows(contributions, { names })) {
          const lines = batch.lines.filter(({ customer, day }) => nameOf(customer) === name && day < asOfDay)
          const own = seen.filter(({ customer }) => nameOf(customer) === name)
          const expected = contribution({ lines, postings: own }, { months, capitalRate: 0.06 })
          // The share of a month is rounded once here and once there.
          expect(Math.abs(Number((found ?? 0n) - (expected ?? 0n)))).toBeLessThanOrEqual(1)
          expect(found === null).toBe(expected === null)
          if (found !== null) known++
        }
        expect(told?.accounts ?? 0).toBeLessThanOrEqual(accounts.size)
      }
    },
    { step: 6 },
  )
  expect(known).toBeGreaterThan(20)
})

/** Some customers of a batch cost something on days on which somebody bought; one that never bought does too. */
function postingsOf({ lines }: SalesBatch, dated: 'all' | 'some' | 'none'): CustomerPosting[] {
  const customers = [...new Set(lines.map(({ customer }) => customer))].slice(0, 40)
  const days = [...new Set(lines.map(({ day }) => day))].slice(0, 50)
  const booked = customers.filter((_, index) => index % 3 !== 2).flatMap((customer) => [customer, customer, customer])
  return [...booked, 'nobody'].map((customer, index) => {
    const hasDay = dated === 'all' || (dated === 'some' && index % 4 !== 0)
    const day = days[(index * 7) % days.length] ?? 0
    const cost = BigInt((index * 7_919_000_001) % 900_000_000)
    return { customer, day: hasDay ? day : null, cost, receivables: index % 5 === 0 ? 1_234_567_891n : 0n }
  })
}

async function insertPostings(warehouse: Warehouse, postings: readonly CustomerPosting[]): Promise<void> {
  const rows = postings.map(({ customer, day, cost, receivables }, row) =>
    JSON.stringify({
      row,
      customer,
      period: day === null ? null : isoFromDay(day),
      ...decimals({ cost, receivables }),
    }),
  )
  const sql = `INSERT INTO account_cost (import_id, row, customer_key, customer, period, amount, receivables)
    SELECT 9, row, cityHash64(customer), customer, toDate32OrNull(ifNull(period, '')), toDecimal64(cost, 6), toDecimal64(receivables, 6)
    FROM input('row UInt32, customer String, period Nullable(String), cost String, receivables String') FORMAT JSONEachRow`
  await warehouse.insert({ name: 'insert-postings', sql }, Buffer.from(rows.join('\n')))
}

function decimals(amounts: Record<string, bigint>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(amounts).map(([name, micros]) => [
      name,
      `${micros / 1_000_000n}.${String(micros % 1_000_000n).padStart(6, '0')}`,
    ]),
  )
}
