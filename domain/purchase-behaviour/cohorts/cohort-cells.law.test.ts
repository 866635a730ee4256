import { amountFromMicros } from '@vitalfew/methods/arithmetic/amount-from-micros.ts'
import { cohortTriangle } from '@vitalfew/methods/cohort/cohort-triangle.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BatchWarehouse, loadBatch, openBatchWarehouse } from '../../metrics/batch-warehouse.fixture.ts'
import { differences } from '../../metrics/differences.fixture.ts'
import { everyBatch } from '../../metrics/every-batch.fixture.ts'
import { batchAccountLines } from '../batch-account-lines.fixture.ts'
import { withoutMerges } from '../../metrics/index.ts'
import { cohortCells } from './cohort-cells.query.ts'

let opened: BatchWarehouse

beforeAll(async () => {
  opened = await openBatchWarehouse()
})

afterAll(() => opened.close())

it('cohorts agree with their pure twin in every shape of data and every length of period', async () => {
  let cells = 0
  await everyBatch(async (batch) => {
    const { scope, asOfDay } = await loadBatch(opened.warehouse, batch)
    const lines = batchAccountLines(batch, { asOf: asOfDay })
    for (const period of ['month', 'quarter', 'week'] as const) {
      const rows = await opened.warehouse.rows(withoutMerges(cohortCells, scope), { ...scope, period })
      const expected = cohortTriangle(lines, period)
      const found = rows.filter(({ cohort }) => cohort !== null)
      const outside = rows.filter(({ cohort }) => cohort === null)
      cells += found.length
      expect(
        differences(
          new Map(found.map(({ cohort, age, active, revenue }) => [`${cohort}+${age}`, { active, revenue }])),
          new Map(
            expected.cells.map(({ cohort, age, active, revenue }) => [
              `${cohort}+${age}`,
              { active, revenue: amountFromMicros(revenue) },
            ]),
          ),
        ),
      ).toEqual([])
      const sum = (amount: (row: (typeof rows)[number]) => number): number =>
        outside.reduce((total, row) => total + amount(row), 0)
      expect(sum(({ begun }) => begun)).toBe(expected.withoutPurchase)
      expect(sum(({ revenue }) => revenue)).toBeCloseTo(amountFromMicros(expected.revenueOutside), 5)
    }
  })
  expect(cells).toBeGreaterThan(1000)
}, 240_000)
