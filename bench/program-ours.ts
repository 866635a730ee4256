// Ours: cold start, import, metrics, ABC, RFM. Prints seconds by step.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { classifyAccounts } from '@vitalfew/domain/abc-classification/index.ts'
import { importSalesFiles, planSalesFiles } from '@vitalfew/domain/imports/index.ts'
import { dataExtent, writeAccountMetrics } from '@vitalfew/domain/metrics/index.ts'
import { scoreAccounts } from '@vitalfew/domain/rfm/index.ts'
import { openEmbeddedWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'

const [path = ''] = process.argv.slice(2)
const steps: Record<string, number> = {}
let last = performance.now()
function lap(name: string): void {
  steps[name] = (performance.now() - last) / 1000
  last = performance.now()
}

const directory = mkdtempSync(join(tmpdir(), 'vitalfew-bench-run-'))
const [plans, { warehouse, close }] = await Promise.all([
  planSalesFiles({ paths: [path] }),
  openEmbeddedWarehouse({ directory, durable: false }),
])
lap('start and plan')
const files = await importSalesFiles(warehouse, { plans, onLeftOut: async () => undefined })
lap('import')
const imports = files.map((file) => file.id)
const [extent] = await warehouse.rows(dataExtent, { imports, before: '2299-12-31' })
const dataStart = extent?.firstDay ?? '1970-01-01'
const asOf = '2026-01-01'
const runId = 'bench'
await warehouse.run(writeAccountMetrics, { runId, imports, membershipSequence: 0, asOf, dataStart })
lap('metrics')
await classifyAccounts(warehouse, { runId, measure: 'netRevenue', cuts: [0.8, 0.95], asOf, dataStart })
lap('abc')
await scoreAccounts(warehouse, { runId })
lap('rfm')
await close()
rmSync(directory, { recursive: true, force: true })
console.log(JSON.stringify(steps))
