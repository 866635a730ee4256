// Purchase behaviour: `node bench/purchase-behaviour.bench.ts [lines] [FILE…]` prints seconds of the wall, of
// the engine's processors and of this process for cohorts, funnel and the other questions over made-up lines in the built-in engine (50 million unless told; one account
// for fifty lines, three years, three lines an order, 600 products), over as many made-up events, then over sales files that are named.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { currentSalesImports, importSalesFiles, planSalesFiles } from '@vitalfew/domain/imports/index.ts'
import { dataExtent } from '@vitalfew/domain/metrics/index.ts'
import {
  importedFunnel,
  purchaseAffinity,
  purchaseCohorts,
  purchaseCycle,
  purchaseLadder,
  purchaseTrends,
  purchaseWhitespace,
} from '@vitalfew/domain/purchase-behaviour/index.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { openEmbeddedWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'
import { defineQuery, defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

const [first = '50000000', ...files] = process.argv.slice(2)
const lines = Number(first)

const madeUpLines = defineStatement({
  name: 'made-up-lines',
  parameters: z.object({ from: z.int(), lines: z.int(), all: z.int(), accounts: z.int() }),
  sql: `
INSERT INTO sales_line (import_id, row, customer_key, customer, day, kind, order_number, product, category, quantity, net_revenue, currency)
SELECT
  1, number, cityHash64(customer), concat('A', toString(intHash64(intDiv(number, 3)) % {accounts:UInt32})) AS customer,
  toDate32('2022-01-01') + intDiv(number * 1095, {all:UInt64}), 'sale', concat('SO', toString(intDiv(number, 3))),
  concat('P', toString(toUInt32(600 * pow((intHash64(number + 5) % 10000) / 10000, 2)))) AS product,
  concat('C', toString(cityHash64(product) % 12)), 1 + intHash64(number + 7) % 20,
  toDecimal64(1 + (intHash64(number + 9) % 100000) / 100, 6), 'CNY'
FROM numbers({from:UInt64}, {lines:UInt64})
`,
})

const madeUpEvents = defineStatement({
  name: 'made-up-events',
  parameters: z.object({ from: z.int(), events: z.int(), all: z.int(), accounts: z.int() }),
  sql: `
INSERT INTO customer_event (import_id, row, customer_key, customer, at, event)
SELECT
  1, number, cityHash64(customer), concat('A', toString(intHash64(number) % {accounts:UInt32})) AS customer,
  toDateTime64('2022-01-01 00:00:00', 0, 'UTC') + intDiv(number * 94608000, {all:UInt64}) + intHash64(number + 3) % 5000,
  multiIf((intHash64(number + 1) % 100 AS part) < 30, 'lead', part < 50, 'contact', part < 68, 'visit', part < 82, 'quote',
    part < 93, 'order', 'repeat')
FROM numbers({from:UInt64}, {events:UInt64})
`,
})

const partsBeingMerged = defineQuery({
  name: 'parts-being-merged',
  parameters: z.object({}),
  row: z.object({ merges: z.int() }),
  sql: 'SELECT count() AS merges FROM system.merges',
})

/** The engine goes on merging parts for a while after rows were written: that is no part of any answer. */
async function untilMerged(warehouse: Warehouse): Promise<void> {
  while (((await warehouse.rows(partsBeingMerged, {}))[0]?.merges ?? 0) > 0) await setTimeout(500)
}

/** Seconds that the engine has taken of its processors; 0 where nothing tells. */
function engineSeconds(): number {
  try {
    const [, after = ''] = readFileSync(`/proc/${engine.processId()}/stat`, 'utf8').split(') ')
    const [user, system] = after.split(' ').slice(11, 13)
    return (Number(user) + Number(system)) / 100
  } catch {
    return 0
  }
}

async function measured(name: string, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now()
  const before = process.cpuUsage()
  const engineBefore = engineSeconds()
  await work()
  const { user, system } = process.cpuUsage(before)
  const wall = (performance.now() - started) / 1000
  console.log(
    `${name.padEnd(34)} ${wall.toFixed(2).padStart(7)} s   ${(engineSeconds() - engineBefore).toFixed(2)} s of the engine   ${((user + system) / 1e6).toFixed(2)} s of this process`,
  )
}

async function questions(warehouse: Warehouse, imports: number[]): Promise<void> {
  const [extent] = await warehouse.rows(dataExtent, { imports, before: '2299-12-31' })
  const scope = { imports, membershipSequence: 0, asOf: extent?.lastDay ?? '2025-01-01' }
  const request = { scope, currency: 'CNY' }
  await measured('cohorts', () => purchaseCohorts(warehouse, { ...request, period: 'month' }))
  await measured('funnel of repeat purchases', () => purchaseLadder(warehouse, { scope, by: [], locale: 'en' }))
  await measured('the same within 180 days', () =>
    purchaseLadder(warehouse, { scope, by: [], windowDays: 180, locale: 'en' }),
  )
  await measured('cycle', () => purchaseCycle(warehouse, { ...request, listed: 100 }))
  await measured('affinity', () => purchaseAffinity(warehouse, { ...request, listed: 100 }))
  await measured('whitespace', () => purchaseWhitespace(warehouse, { ...request, listed: 100 }))
  await measured('trends by category', () => purchaseTrends(warehouse, { ...request, cuts: ['category'], listed: 100 }))
}

async function funnels(warehouse: Warehouse): Promise<void> {
  const scope = { imports: [1], membershipSequence: 0 }
  const request = { scope, by: [], stages: [], runId: null, locale: 'en' } as const
  await measured('funnel of events', () => importedFunnel(warehouse, { ...request, order: 'ordered' }))
  await measured('within 90 days', () => importedFunnel(warehouse, { ...request, order: 'ordered', windowDays: 90 }))
  await measured('strict, within 90 days', () =>
    importedFunnel(warehouse, { ...request, order: 'strict', windowDays: 90 }),
  )
}

const directory = mkdtempSync(join(tmpdir(), 'vitalfew-bench-'))
const { warehouse, close, engine } = await openEmbeddedWarehouse({ directory, durable: false })
try {
  const block = 1_000_000
  for (let from = 0; from < lines; from += block) {
    const accounts = Math.ceil(lines / 50)
    const part = Math.min(block, lines - from)
    await warehouse.run(madeUpLines, { from, lines: part, all: lines, accounts })
    await warehouse.run(madeUpEvents, { from, events: part, all: lines, accounts })
  }
  if (lines > 0) {
    await untilMerged(warehouse)
    console.log(`${lines} made-up lines`)
    await questions(warehouse, [1])
    await funnels(warehouse)
  }
  for (const path of files) {
    await warehouse.command('TRUNCATE TABLE sales_line', 'truncate')
    const { signal } = new AbortController()
    const plans = await planSalesFiles({ paths: [path], overrides: {}, signal })
    const onLeftOut = (): Promise<void> => Promise.resolve()
    await importSalesFiles(warehouse, { plans, dropDuplicates: false, signal, onLeftOut, onProgress: () => undefined })
    console.log(basename(path))
    await questions(
      warehouse,
      (await currentSalesImports(warehouse)).map(({ id }) => id),
    )
  }
} finally {
  await close()
  rmSync(directory, { recursive: true, force: true })
}
