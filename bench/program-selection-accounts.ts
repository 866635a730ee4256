// Selection as the product does it: a warehouse of a million accounts, the model that is used when none is named, with
// sensitivity, reasons and ways up. Prints seconds by step, and of this program's processor time as "<step> cpu".
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeAccountMetrics } from '@vitalfew/domain/metrics/index.ts'
import { defaultModel, selectAccounts } from '@vitalfew/domain/selection/index.ts'
import { openEmbeddedWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'

const accounts = 1_000_000
const linesPerAccount = 3
const steps: Record<string, number> = {}
let last = performance.now()
let used = processorSeconds()
function lap(name: string): void {
  steps[name] = (performance.now() - last) / 1000
  steps[`${name} cpu`] = processorSeconds() - used
  last = performance.now()
  used = processorSeconds()
}

const directory = mkdtempSync(join(tmpdir(), 'vitalfew-bench-selection-'))
const { warehouse, close } = await openEmbeddedWarehouse({ directory, durable: false })
await warehouse.command(
  `INSERT INTO sales_line (import_id, row, customer_key, customer, customer_name, day, kind, order_number, product,
    quantity, net_revenue, gross_profit, currency)
  SELECT 1, number, cityHash64(name), name, name, toDate32('2024-01-01') + cityHash64(number) % 730, 'sale',
    toString(number), concat('P', toString(cityHash64(number, 2) % 40)), 1, toDecimal64(revenue, 6),
    toDecimal64(revenue * (cityHash64(number, 3) % 40) / 100, 6), 'CNY'
  FROM (
    SELECT number, concat('C', toString(number % ${accounts})) AS name,
      exp(4 * (cityHash64(number % ${accounts}) % 1000) / 1000 + 4 * (cityHash64(number, 1) % 1000) / 1000) AS revenue
    FROM numbers(${accounts * linesPerAccount})
  )`,
  'make-up-lines',
)
lap('made up')
const scope = { runId: 'bench', imports: [1], membershipSequence: 0, asOf: '2026-01-01' }
await warehouse.run(writeAccountMetrics, { ...scope, dataStart: '2024-01-01' })
lap('figures of the accounts')
await selectAccounts(warehouse, { ...scope, model: defaultModel, locale: 'en', currency: 'CNY' })
lap('selectAccounts')
await close()
rmSync(directory, { recursive: true, force: true })
console.log(JSON.stringify(steps))

function processorSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
