import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import type { Warehouse } from '../connect.ts'
import { defineStatement } from '../query.ts'
import { openTestWarehouse, type TestWarehouse } from '../test-warehouse.fixture.ts'
import { copyWarehouse } from './copy-warehouse.ts'

let source: TestWarehouse
let target: TestWarehouse
const lines = 600_000

beforeAll(async () => {
  ;[source, target] = await Promise.all([openTestWarehouse(undefined), openTestWarehouse(inject('cluster'))])
  await fill(source.warehouse)
})

afterAll(async () => {
  await source.close()
  await target.close()
})

test('every table arrives as it was, with all its rows', async () => {
  const seen: string[] = []
  const copied = await copyWarehouse(source.warehouse, target.warehouse, {
    onProgress: ({ table }) => seen.push(table),
  })
  expect(copied).toContainEqual({ table: 'sales_line', rows: lines, checksum: expect.stringMatching(/^\d{9,}$/) })
  expect(copied).toContainEqual(expect.objectContaining({ table: 'account_rfm', rows: 1000 }))
  expect(copied.at(-1)).toMatchObject({ table: 'analysis_run', rows: 1 })
  expect(seen).toContain('sales_line')
})

test('what is there is not sent again; a partition that was cut off is made whole', async () => {
  const rest = defineStatement({
    name: 'cut-off',
    parameters: z.object({}),
    sql: `ALTER TABLE account_rfm DROP PARTITION 'run'`,
  })
  await target.warehouse.run(rest, {})
  const sent: string[] = []
  const watched: Warehouse = {
    ...target.warehouse,
    insert: (options, bytes) => {
      sent.push(options.name)
      return target.warehouse.insert(options, bytes)
    },
  }
  await copyWarehouse(source.warehouse, watched)
  expect(sent).toEqual(['copy-account_rfm'])
})

test('a target with work of its own is refused and left alone', async () => {
  await target.warehouse.command(
    `INSERT INTO analysis_run (run_id, as_of, completed_at, summary) VALUES ('another', '2026-01-01', '2026-01-01 00:00:00', '')`,
    'another-run',
  )
  await expect(copyWarehouse(source.warehouse, target.warehouse)).rejects.toMatchObject({
    code: 'workspace.copyTargetInUse',
    details: { entries: 1 },
  })
})

async function fill(warehouse: Warehouse): Promise<void> {
  await warehouse.command(
    `INSERT INTO sales_line (import_id, row, customer_key, customer, day, kind, category, quantity, net_revenue)
SELECT 1, number, cityHash64(number % 1000), concat('客户 ', toString(number % 1000)), toDate32('2024-01-01') + number % 700,
  'sale', ['药品', '器械'][number % 2 + 1], if(number % 7 = 0, NULL, toDecimal64(number % 9, 6)),
  toDecimal64(number, 6) / 7
FROM numbers(${lines})`,
    'fill-lines',
  )
  await warehouse.command(
    `INSERT INTO account_rfm (run_id, account_key, recency, frequency, monetary, segment)
SELECT 'run', cityHash64(number), 1, 2, 3, 'loyal' FROM numbers(1000)`,
    'fill-results',
  )
  await warehouse.command(
    `INSERT INTO import_event (import_id, sequence, event, at, file, sha256, summary)
VALUES (1, 1, 'committed', '2026-01-01 00:00:00', 'sales.csv', 'abc', '{}')`,
    'fill-imports',
  )
  await warehouse.command(
    `INSERT INTO analysis_run (run_id, as_of, completed_at, summary) VALUES ('run', '2026-01-01', '2026-01-01 00:00:00', '{}')`,
    'fill-runs',
  )
}
