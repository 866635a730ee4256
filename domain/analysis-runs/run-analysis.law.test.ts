import { afterAll, beforeAll, expect, it } from 'vitest'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { type BatchWarehouse, loadBatch, openBatchWarehouse } from '../metrics/batch-warehouse.fixture.ts'
import { everyBatch } from '../metrics/every-batch.fixture.ts'
import type { SalesBatch } from '../metrics/sales-batch.fixture.ts'
import { defaultModel } from '../selection/index.ts'
import { type RunAnalysis, runAnalysis } from './index.ts'

const resultTables = [
  'account_metrics',
  'account_abc',
  'account_rfm',
  'account_lifecycle',
  'account_score',
  'account_row',
  'account_trait',
]

/** A run is everything at once, so a few shapes of data will do. */
const every = { step: 3 }

let opened: BatchWarehouse

beforeAll(async () => {
  opened = await openBatchWarehouse()
})

afterAll(() => opened.close())

it('the same inputs give the same run, byte for byte, in whatever order the lines stand', async () => {
  await everyBatch(async (batch) => {
    await loadBatch(opened.warehouse, batch)
    const first = await ranOn(batch)
    await loadBatch(opened.warehouse, { ...batch, lines: batch.lines.toReversed() })
    const second = await ranOn(batch)
    expect(second).toEqual(first)
  }, every)
})

it('a run as of a past day knows nothing of what came later', async () => {
  await everyBatch(async (batch) => {
    const days = batch.lines.map((line) => line.day).toSorted((a, b) => a - b)
    const asOf = days[Math.floor(days.length * 0.6)] ?? 0
    await loadBatch(opened.warehouse, { ...batch, asOf })
    const withLater = await ranOn(batch, { asOf: isoFromDay(asOf) })
    await loadBatch(opened.warehouse, { ...batch, asOf, lines: batch.lines.filter((line) => line.day < asOf) })
    expect(await ranOn(batch, { asOf: isoFromDay(asOf) })).toEqual(withLater)
  }, every)
})

it('naming the day a run would choose by itself changes nothing', async () => {
  await everyBatch(async (batch) => {
    const lastDay = Math.max(...batch.lines.map((line) => line.day))
    const [line] = batch.lines
    const late = line === undefined ? [] : [{ ...line, kind: 'cancelled' as const, day: lastDay + 400 }]
    const { asOf: _, ...openEnded } = { ...batch, lines: [...batch.lines, ...late] }
    const { scope } = await loadBatch(opened.warehouse, { ...openEnded, asOf: undefined })
    expect(await ranOn(batch, { asOf: scope.asOf })).toEqual(await ranOn(batch))
  }, every)
})

it('no line before the day is nothing to analyse', async () => {
  const run = runAnalysis(opened.warehouse, { ...request(0), asOf: '1990-01-01' })
  await expect(run).rejects.toMatchObject({ code: 'analysis.nothingToAnalyse', details: { asOf: '1990-01-01' } })
})

/** The run as it is written out, and every table of its results. */
async function ranOn(batch: SalesBatch, options: { readonly asOf?: string } = {}): Promise<string[]> {
  const { run, runId, concentrationCurve, months } = await runAnalysis(opened.warehouse, {
    ...request(batch.believed),
    ...options,
  })
  const tables = await Promise.all(resultTables.map((table) => tableText(table, runId)))
  return [runId, JSON.stringify(run), JSON.stringify({ concentrationCurve, months }), ...tables]
}

async function tableText(table: string, runId: string): Promise<string> {
  const rows = defineQuery({
    name: `rows-of-${table}`,
    parameters: z.object({ runId: z.string() }),
    row: z.object({}),
    sql: `SELECT * FROM ${table} WHERE run_id = {runId:String} ORDER BY account_key`,
  })
  const bytes = await opened.warehouse.bytes(rows, { parameters: { runId }, format: 'CSVWithNames' })
  return (await bytes.setEncoding('utf8').toArray()).join('')
}

function request(membershipSequence: number): RunAnalysis {
  const summary = {
    file: 'lines.csv',
    encoding: 'utf-8',
    sheet: null,
    rows: 1,
    accepted: 1,
    rejected: 0,
    setAside: 0,
    mapping: {},
    confidence: {},
    units: {},
    dateOrder: 'ymd' as const,
    leftOut: [],
    dropDuplicates: false,
    unusedHeaders: [],
  }
  return {
    imports: [{ id: 7, sha256: 'f00d', summary }],
    membershipSequence,
    today: '2025-01-05',
    measure: 'netRevenue',
    cuts: [0.8, 0.95],
    model: defaultModel,
    locale: 'zh-CN',
    productVersion: '0',
  }
}
