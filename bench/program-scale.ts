// Ours at one size, on the built-in engine or on pinned nodes: every step of it. Prints seconds by step, and what lies on the disk.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { classifyAccounts } from '@vitalfew/domain/abc-classification/index.ts'
import { importSalesFiles, planSalesFiles } from '@vitalfew/domain/imports/index.ts'
import { dataExtent, writeAccountMetrics } from '@vitalfew/domain/metrics/index.ts'
import { scoreAccounts } from '@vitalfew/domain/rfm/index.ts'
import { openClusterWarehouse } from '@vitalfew/warehouse/cluster/open-cluster.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { startNodes } from '@vitalfew/warehouse/nodes/start-nodes.ts'
import { openEmbeddedWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'
import { newLinesFile } from './sales-file.ts'
import { bytesOnDisk, cohortsOfLines, insertMadeUpLines, monthsOfAccount } from './scale-statements.ts'

const [given = '', shards = '0', path = ''] = process.argv.slice(2)
const lines = Number(given)
const directory = mkdtempSync(join(tmpdir(), 'vitalfew-bench-scale-'))
const { warehouse, close } = await open()
const steps: Record<string, number> = {}

async function lap<T>(name: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  const result = await work()
  steps[name] = (performance.now() - started) / 1000
  return result
}

const imports = await lap('import', async () => {
  if (path !== '') return importFile(path)
  if (lines > 0) await warehouse.run(insertMadeUpLines, { lines, customers: Math.round(lines * 0.02) })
  return lines > 0 ? [1] : []
})
if (lines > 0) await analysis('', imports)
const { path: file } = await newLinesFile(Math.max(lines, 100_000))
const all = await lap('import of 100,000 more', async () => [...imports, ...(await importFile(file))])
await analysis(' again', all)
const customer = 'Account 000007'
await lap('one account', () => warehouse.rows(monthsOfAccount, { imports: all, customer }))
await lap('cohorts', () => warehouse.rows(cohortsOfLines, { imports: all }))
const [disk] = await warehouse.rows(bytesOnDisk, {})
steps['MB on disk'] = (disk?.bytes ?? 0) / 1e6
await close()
rmSync(directory, { recursive: true, force: true })
console.log(JSON.stringify(steps))

async function open(): Promise<{ warehouse: Warehouse; close: () => Promise<void> }> {
  if (shards === '0') return openEmbeddedWarehouse({ directory, durable: false })
  const count = Number(shards)
  // A processor each: two shards have twice what one has.
  const processors = Array.from({ length: count }, (_, index) => String(index))
  const options = { directory, shards: count, replicas: 1, memoryBytes: 8e9, durable: false, processors }
  const nodes = await startNodes(options)
  const { warehouse: cluster, close: disconnect } = await openClusterWarehouse(nodes.address)
  return {
    warehouse: cluster,
    close: async () => {
      await disconnect()
      await nodes.stop()
    },
  }
}

async function importFile(source: string): Promise<number[]> {
  const plans = await planSalesFiles({ paths: [source] })
  const files = await importSalesFiles(warehouse, { plans, onLeftOut: async () => undefined })
  return files.map(({ id }) => id)
}

async function analysis(suffix: string, of: number[]): Promise<void> {
  const [extent] = await warehouse.rows(dataExtent, { imports: of, before: '2299-12-31' })
  const dataStart = extent?.firstDay ?? '1970-01-01'
  const asOf = '2026-02-01'
  const runId = `bench${suffix}`
  const scope = { runId, imports: of, membershipSequence: 0, asOf, dataStart }
  await lap(`metrics${suffix}`, () => warehouse.run(writeAccountMetrics, scope))
  const abc = { runId, measure: 'netRevenue', cuts: [0.8, 0.95], asOf, dataStart } as const
  await lap(`abc${suffix}`, () => classifyAccounts(warehouse, abc))
  await lap(`rfm${suffix}`, () => scoreAccounts(warehouse, { runId }))
}
