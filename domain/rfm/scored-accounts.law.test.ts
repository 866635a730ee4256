import { rfmSegments } from '@vitalfew/contract/run.ts'
import { amountFromMicros } from '@vitalfew/methods/arithmetic/amount-from-micros.ts'
import { frequencyMonetaryScore } from '@vitalfew/methods/rfm/frequency-monetary-score.ts'
import { quintileScores } from '@vitalfew/methods/rfm/quintile-scores.ts'
import { rfmSegment } from '@vitalfew/methods/rfm/rfm-segment.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import {
  type BatchWarehouse,
  type LoadedBatch,
  measureBatch,
  openBatchWarehouse,
} from '../metrics/batch-warehouse.fixture.ts'
import { differences } from '../metrics/differences.fixture.ts'
import { everyBatch } from '../metrics/every-batch.fixture.ts'
import { scoreAccounts } from './score-accounts.ts'

const scoredAccounts = defineQuery({
  name: 'scored-accounts',
  parameters: z.object({}),
  row: z.object({
    account: z.string(),
    recency: z.int(),
    frequency: z.int(),
    monetary: z.int(),
    segment: z.string(),
  }),
  sql: `
SELECT account, recency, frequency, monetary, segment
FROM account_rfm
INNER JOIN account_metrics USING (run_id, account_key)`,
})

let opened: BatchWarehouse

beforeAll(async () => {
  opened = await openBatchWarehouse()
})

afterAll(() => opened.close())

it('scores and segments agree with their pure twins in every shape of data', async () => {
  await everyBatch(async (batch) => {
    const loaded = await measureBatch(opened.warehouse, batch)
    const summary = await scoreAccounts(opened.warehouse, { runId: loaded.scope.runId })
    const rows = await opened.warehouse.rows(scoredAccounts, {})
    const expected = twin(loaded)
    expect(differences(new Map(rows.map(({ account, ...scores }) => [account, scores])), expected)).toEqual([])

    const revenueOf = ([account]: readonly [string, unknown]): bigint => loaded.accounts.get(account)?.netRevenue ?? 0n
    const counted = rfmSegments.map((name) => {
      const own = [...expected].filter(([, scores]) => scores.segment === name)
      const netRevenue = amountFromMicros(own.map(revenueOf).reduce((sum, revenue) => sum + revenue, 0n))
      return { name, accounts: own.length, netRevenue }
    })
    for (const [index, segment] of counted.entries()) {
      const found = summary.segments[index]
      expect(found).toMatchObject({ name: segment.name, accounts: segment.accounts })
      expect(
        differences(new Map([['', { money: found?.netRevenue ?? 0 }]]), new Map([['', { money: segment.netRevenue }]])),
      ).toEqual([])
    }
    for (const cell of summary.grid) {
      const own = [...expected.values()].filter(
        ({ recency, frequency, monetary }) =>
          recency === cell.recency && frequencyMonetaryScore(frequency, monetary) === cell.frequencyMonetary,
      )
      expect(cell.accounts).toBe(own.length)
    }
    expect(summary.grid.reduce((total, cell) => total + cell.accounts, 0)).toBe(expected.size)
  })
})

function twin({ accounts }: LoadedBatch) {
  const all = [...accounts]
  const recency = quintileScores(all.map(([, figures]) => figures.lastOrder))
  const frequency = quintileScores(all.map(([, figures]) => figures.orders))
  const monetary = quintileScores(all.map(([, figures]) => amountFromMicros(figures.netRevenue)))
  return new Map(
    all.map(([account], index) => {
      const scores = {
        recency: recency[index] ?? 0,
        frequency: frequency[index] ?? 0,
        monetary: monetary[index] ?? 0,
      }
      return [account, { ...scores, segment: rfmSegment(scores) }] as const
    }),
  )
}
