import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import { openEmbeddedWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** Where benchmarks keep what they have generated, to be used again by the next one. */
export const benchFolder = join(tmpdir(), 'vitalfew-bench')

const madeUpLines = defineQuery({
  name: 'made-up-lines',
  parameters: z.object({ lines: z.int(), customers: z.int() }),
  row: z.unknown(),
  sql: `
SELECT
  concat('SO', toString(100000000 + intDiv(number, 3))) AS order_no,
  concat('Account ', leftPad(toString(intHash64(intDiv(number, 3)) % {customers:UInt32}), 6, '0')) AS customer,
  toString(toDate('2024-01-01') + intDiv(number * 730, {lines:UInt64})) AS order_date,
  1 + intHash64(number + 5) % 20 AS quantity,
  toString(toDecimal64(round(exp(2 + (intHash64(number + 9) % 1000) / 200), 2), 2)) AS amount
FROM numbers({lines:UInt64})
`,
})

/** A CSV of made-up order lines: three lines an order, two years, 440 customers per ten thousand lines. */
export async function salesFile(lines: number): Promise<{ path: string; bytes: number; customers: number }> {
  const customers = Math.round(lines * 0.044)
  const path = join(benchFolder, `sales-${lines}.csv`)
  if (!existsSync(path)) {
    mkdirSync(benchFolder, { recursive: true })
    const directory = join(benchFolder, `generator-${process.pid}`)
    const { warehouse, close } = await openEmbeddedWarehouse({ directory, durable: false })
    const rows = await warehouse.bytes(madeUpLines, { parameters: { lines, customers }, format: 'CSV' })
    await pipeline(withHeader(rows), createWriteStream(`${path}.part`))
    renameSync(`${path}.part`, path)
    await close()
    rmSync(directory, { recursive: true, force: true })
  }
  return { path, bytes: statSync(path).size, customers }
}

/** A CSV of 100,000 lines of the month after, from the same customers as those of `salesFile` or of made-up lines. */
export async function newLinesFile(lines: number): Promise<{ path: string }> {
  const { path } = await salesFile(100_000)
  const customers = Math.round(lines * 0.02)
  const later = join(benchFolder, `later-${lines}.csv`)
  if (existsSync(later)) return { path: later }
  const [header = '', ...rows] = readFileSync(path, 'utf8').trim().split('\n')
  const moved = rows.map((row, index) => {
    const [, , , quantity, amount] = row.split(',')
    const account = String((index * 7919) % customers).padStart(6, '0')
    const day = String(1 + (index % 31)).padStart(2, '0')
    return `N${index},Account ${account},2026-01-${day},${quantity},${amount}`
  })
  writeFileSync(later, [header, ...moved].join('\n'))
  return { path: later }
}

async function* withHeader(rows: Readable): AsyncGenerator<Buffer> {
  yield Buffer.from('order_no,customer,order_date,quantity,amount\n')
  for await (const chunk of rows) yield Buffer.from(String(chunk).replaceAll('"', ''))
}
