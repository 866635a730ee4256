import { openTestWarehouse, type TestWarehouse } from '@vitalfew/warehouse/test-warehouse.fixture.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, inject } from 'vitest'
import { z } from 'zod'
import { lineWriter } from '../commit/line-writer.ts'
import { planSalesFile } from '../plan-sales-file.ts'
import { readSalesFile } from '../read-sales-file.ts'
import type { SalesLine } from '../sales-line.ts'
import { withFile } from '../trial-import.ts'
import { blockWriter } from './block-writer.ts'
import { header, oddTable, tableText } from './odd-table.fixture.ts'
import { isPlain } from './plain-sales.ts'
import { readPlainFile } from './read-plain-file.ts'

let open: TestWarehouse
beforeAll(async () => {
  open = await openTestWarehouse(inject('cluster'))
})
afterAll(() => open.close())

const differences = defineQuery({
  name: 'differences',
  parameters: z.object({ one: z.int(), other: z.int() }),
  row: z.object({ side: z.string(), line: z.string() }),
  sql: `
WITH
  one AS (SELECT toString(tuple(* EXCEPT import_id)) AS line FROM sales_line WHERE import_id = {one:UInt32}),
  other AS (SELECT toString(tuple(* EXCEPT import_id)) AS line FROM sales_line WHERE import_id = {other:UInt32})
SELECT 'bytes' AS side, line FROM one WHERE line NOT IN (SELECT line FROM other)
UNION ALL
SELECT 'reader' AS side, line FROM other WHERE line NOT IN (SELECT line FROM one)
LIMIT 20
`,
})

test('columns sent as they were read are the lines that the careful reader sends', async () => {
  const { warehouse } = open
  let importId = 0
  let sent = 0
  await fc.assert(
    fc.asyncProperty(oddTable, fc.constantFrom('金额', '金额(USD)'), (table, amount) => {
      const names = header.map((name) => (name === '金额' ? amount : name))
      return withFile(tableText(names, table), async (path) => {
        const plan = await planSalesFile({ path }).catch(() => null)
        if (plan === null || !isPlain(plan)) return
        const [bytesId, readerId] = [(importId += 1), (importId += 1)]
        for (const id of [bytesId, readerId]) {
          const lines = lineWriter(warehouse, id)
          const blocks = blockWriter(warehouse, { importId: id, currency: plan.currency })
          const request = {
            path,
            plan,
            onLines: (found: readonly SalesLine[]) => lines.write(found),
            onLeftOut: () => undefined,
          }
          if (id === readerId) await readSalesFile(request)
          else await readPlainFile({ ...request, rowsPerBlock: 20, onBlock: (block) => blocks.write(block) })
          await Promise.all([lines.end(), blocks.end()])
        }
        sent += table.rows.length
        expect(await warehouse.rows(differences, { one: bytesId, other: readerId })).toEqual([])
      })
    }),
    { numRuns: 12, seed: 20_240_305 },
  )
  expect(sent).toBeGreaterThan(100)
}, 120_000)
