import { lifecycleStages } from '@vitalfew/contract/run.ts'
import { amountFromMicros } from '@vitalfew/methods/arithmetic/amount-from-micros.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { lifecycleStage } from '@vitalfew/methods/lifecycle/lifecycle-stage.ts'
import { portfolioCycle } from '@vitalfew/methods/lifecycle/portfolio-cycle.ts'
import { compareNames } from '@vitalfew/methods/ranking/compare-names.ts'
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
import { slippingAccounts, stageAccounts } from './index.ts'

const stagedAccounts = defineQuery({
  name: 'staged-accounts',
  parameters: z.object({}),
  row: z.object({
    account: z.string(),
    stage: z.string(),
    cycleDays: z.number(),
    stageSince: z.iso.date().transform(dayFromIso).nullable(),
    monthsInStage: z.int().nullable(),
  }),
  sql: `
SELECT account, stage, cycle_days AS cycleDays, toString(stage_since) AS stageSince, months_in_stage AS monthsInStage
FROM account_lifecycle
INNER JOIN account_metrics USING (run_id, account_key)`,
})

let opened: BatchWarehouse

beforeAll(async () => {
  opened = await openBatchWarehouse()
})

afterAll(() => opened.close())

it('stages agree with their pure twin in every shape of data', async () => {
  const seen = new Set<string>()
  await everyBatch(async (batch) => {
    const loaded = await measureBatch(opened.warehouse, batch)
    const summary = await stageAccounts(opened.warehouse, loaded.scope)
    const rows = await opened.warehouse.rows(stagedAccounts, {})
    const { stages, cycleDays } = twin(loaded)
    const found = new Map(rows.map(({ account, ...state }) => [account, state]))
    const expected = new Map(
      [...stages].map(([account, { stage, cycleDays: cycle, stageSince, monthsInStage }]) => [
        account,
        { stage, cycleDays: cycle, stageSince, monthsInStage },
      ]),
    )
    expect(differences(found, expected)).toEqual([])
    expect(summary.portfolioCycleDays).toBe(cycleDays)
    for (const name of lifecycleStages) {
      const own = [...stages].filter(([, state]) => state.stage === name)
      if (own.length > 0) seen.add(name)
      const revenue = own.reduce((sum, [account]) => sum + (loaded.accounts.get(account)?.netRevenue ?? 0n), 0n)
      const stage = summary.stages.find((item) => item.name === name)
      expect(stage).toMatchObject({ accounts: own.length })
      const money = (netRevenue = 0) => new Map([[name, { netRevenue }]])
      expect(differences(money(stage?.netRevenue), money(amountFromMicros(revenue)))).toEqual([])
    }
    await expectSlipping(loaded, stages)
  })
  expect([...seen].toSorted()).toEqual([...lifecycleStages].toSorted())
})

async function expectSlipping({ accounts, scope }: LoadedBatch, stages: ReturnType<typeof twin>['stages']) {
  const rows = await opened.warehouse.rows(slippingAccounts, { runId: scope.runId, limit: 15 })
  const expected = [...stages]
    .filter(([, state]) => state.stage === 'slipping' || state.stage === 'dormant')
    .map(([account]) => ({
      account,
      money: accounts.get(account)?.monthlyRevenue.reduce((sum, one) => sum + one) ?? 0n,
    }))
    .filter(({ money }) => money > 0n)
    .toSorted((a, b) => Number(b.money - a.money) || compareNames(a.account, b.account))
    .slice(0, 15)
  expect(rows.map((row) => row.account)).toEqual(expected.map((item) => item.account))
  for (const row of rows) expect(row.silence).toBeCloseTo(stages.get(row.account)?.silence ?? 0, 9)
}

function twin({ accounts, asOfDay }: LoadedBatch) {
  const portfolioCycleDays = portfolioCycle([...accounts.values()].map((figures) => figures.purchaseDays))
  const stages = new Map(
    [...accounts].map(([account, figures]) => [
      account,
      lifecycleStage(figures, { asOf: asOfDay, portfolioCycleDays }),
    ]),
  )
  return { stages, cycleDays: portfolioCycleDays }
}
