import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { Warehouse } from './connect.ts'
import { migrateWarehouse } from './migrate.ts'
import { openEmbeddedWarehouse, type OpenWarehouse } from './open-warehouse.ts'
import { defineQuery } from './query.ts'

const migrations = readdirSync(join(import.meta.dirname, 'migrations')).filter((name) => name.endsWith('.sql'))

const state = defineQuery({
  name: 'state',
  parameters: z.object({}),
  row: z.object({ tables: z.array(z.string()), versions: z.array(z.int()) }),
  sql: `SELECT (SELECT arraySort(groupArray(concat(name, ' ', create_table_query))) FROM system.tables
    WHERE database = currentDatabase() AND name NOT LIKE '.%') AS tables,
    (SELECT arraySort(groupArray(version)) FROM schema_migration) AS versions`,
})

let directory = ''
let opened: OpenWarehouse | undefined

beforeEach(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), 'migrate ')))
})

afterEach(async () => {
  await opened?.close()
  rmSync(directory, { recursive: true, force: true })
})

test('a new warehouse has every step once, and a second start changes nothing', async () => {
  const first = await stateOf(await open())
  expect(first?.versions).toEqual(migrations.map((_, index) => index + 1))
  await opened?.close()
  const again = await open()
  expect(await stateOf(again)).toEqual(first)
  await migrateWarehouse(again)
  expect(await stateOf(again)).toEqual(first)
})

test('steps that an interrupted start did not do or did not write down are done by the next one', async () => {
  const warehouse = await open()
  const whole = await stateOf(warehouse)
  const last = migrations.length
  await warehouse.command(`INSERT INTO import_event (import_id, sequence, event) VALUES (1, 1, 'committed')`, 'insert')
  // Killed between the tables of step 4, whose last two and whose version are missing, with all later steps undone.
  await warehouse.command('DROP TABLE account_score', 'drop')
  await warehouse.command('DROP TABLE account_lifecycle', 'drop')
  await warehouse.command('TRUNCATE TABLE schema_migration', 'undo')
  await warehouse.command('INSERT INTO schema_migration (version) VALUES (1), (2), (3)', 'undo')
  expect((await stateOf(warehouse))?.versions).toEqual([1, 2, 3])
  await opened?.close()
  const next = await open()
  expect(await stateOf(next)).toEqual(whole)
  expect((await stateOf(next))?.versions).toHaveLength(last)
  const kept = defineQuery({
    name: 'kept',
    parameters: z.object({}),
    row: z.object({ n: z.int() }),
    sql: 'SELECT count() AS n FROM import_event',
  })
  expect(await next.rows(kept, {})).toEqual([{ n: 1 }])
})

test('data of a newer version is left alone', async () => {
  const warehouse = await open()
  const newer = migrations.length + 1
  await warehouse.command(`INSERT INTO schema_migration (version) VALUES (${newer})`, 'newer')
  const before = await stateOf(warehouse)
  const refusal = { code: 'workspace.newerVersion', details: { found: newer, supported: migrations.length } }
  await expect(migrateWarehouse(warehouse)).rejects.toMatchObject(refusal)
  expect(await stateOf(warehouse)).toEqual(before)
  await opened?.close()
  opened = undefined
  await expect(openEmbeddedWarehouse({ directory, durable: false })).rejects.toMatchObject(refusal)
})

async function open(): Promise<Warehouse> {
  opened = await openEmbeddedWarehouse({ directory, durable: false })
  return opened.warehouse
}

async function stateOf(warehouse: Warehouse) {
  return (await warehouse.rows(state, {}))[0]
}
