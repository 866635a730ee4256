import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectStore, type StoreAddress } from './client.ts'
import { administrator } from './embedded/prepare-data.ts'
import { passwordsOf } from './embedded/secret.ts'
import { migrateStore, unmigrateStore } from './migrate.ts'
import { type OpenStore, openEmbeddedStore } from './open-store.ts'

let place = ''
let open: OpenStore

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'store '))
  open = await openEmbeddedStore({ directory: place, durable: false })
})

afterAll(async () => {
  await open.close()
  rmSync(place, { recursive: true, force: true })
})

test('values come out without loss', async () => {
  const { rows } = await sql`SELECT 9007199254740991::int8 AS whole, 0.10::numeric AS amount, DATE '2026-02-28' AS day,
    TIMESTAMP '2026-03-08 02:30' AS wall, TIMESTAMPTZ '2026-03-08 02:30+00' AS instant, NULL::int8 AS missing,
    ARRAY[1, NULL, 3]::int8[] AS wholes, ARRAY[[0.10, 2.00]]::numeric[] AS amounts, ARRAY[DATE '2026-02-28'] AS days,
    ARRAY['a,"b"']::text[] AS texts, '{"a": [1]}'::jsonb AS document`.execute(open.store.database)
  expect(rows).toEqual([
    {
      whole: Number.MAX_SAFE_INTEGER,
      amount: '0.10',
      day: '2026-02-28',
      wall: '2026-03-08 02:30:00',
      instant: new Date('2026-03-08T02:30:00Z'),
      missing: null,
      wholes: [1, null, 3],
      amounts: [['0.10', '2.00']],
      days: ['2026-02-28'],
      texts: ['a,"b"'],
      document: { a: [1] },
    },
  ])
})

test('a whole number that would be rounded is an error, and the connection goes on', async () => {
  await expect(sql`SELECT 9007199254740993::int8 AS whole`.execute(open.store.database)).rejects.toThrow(RangeError)
  expect((await sql`SELECT 1::int8 AS whole`.execute(open.store.database)).rows).toEqual([{ whole: 1 }])
})

test("the driver's own settings are not touched", async () => {
  const client = new pg.Client(open.server.connection)
  await client.connect()
  expect((await client.query('SELECT 1::int8 AS whole')).rows).toEqual([{ whole: '1' }])
  await client.end()
})

test('a URL leads to the same store', async () => {
  const { host, user, password, database } = open.server.connection
  const url = `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(host)}`
  const client = connectStore({ url })
  expect((await sql`SELECT current_user AS name`.execute(client.database)).rows).toEqual([{ name: 'vitalfew' }])
  await client.close()
})

test('a statement that takes too long is ended by the server', async () => {
  const client = connectStore(open.server.connection, { statementTimeoutMilliseconds: 50 })
  await expect(sql`SELECT pg_sleep(10)`.execute(client.database)).rejects.toMatchObject({ code: '57014' })
  await client.close()
})

test('the workspace is one row that cannot be changed into two', async () => {
  const workspace = { id: '0b6cf2a3-6a55-4d20-9d5c-2b31f0a0c001', created_with: 'vitalfew 0.1.0' }
  const { database } = open.store
  await database.insertInto('workspace').values(workspace).execute()
  const [row] = await database.selectFrom('workspace').selectAll().execute()
  expect(row).toMatchObject(workspace)
  expect(row?.created_at).toBeInstanceOf(Date)
  const second = { ...workspace, id: '0b6cf2a3-6a55-4d20-9d5c-2b31f0a0c002' }
  await expect(database.insertInto('workspace').values(second).execute()).rejects.toMatchObject({ code: '23505' })
})

test('the tables go down and up again, and up twice changes nothing', async () => {
  await onDatabase('up_and_down', async (address) => {
    expect(await tablesOf(address)).toEqual([])
    await migrateStore(address)
    const tables = await tablesOf(address)
    expect(tables).toEqual([
      'schema_migration',
      'schema_migration_lock',
      'selection_model',
      'selection_rating',
      'tier_override',
      'workspace',
    ])
    await migrateStore(address)
    expect(await tablesOf(address)).toEqual(tables)
    await unmigrateStore(address)
    expect(await tablesOf(address)).toEqual(['schema_migration', 'schema_migration_lock'])
    await migrateStore(address)
    expect(await tablesOf(address)).toEqual(tables)
  })
})

test('programs that start at the same time do not get into each other’s way', async () => {
  await onDatabase('at_once', async (address) => {
    await Promise.all(Array.from({ length: 6 }, () => migrateStore(address)))
    expect(await tablesOf(address)).toContain('workspace')
  })
})

test('tables of a newer program are refused and left alone', async () => {
  await onDatabase('newer', async (address) => {
    await migrateStore(address)
    const client = connectStore(address)
    await sql`INSERT INTO schema_migration (name, timestamp) VALUES ('9999_from_the_future', '')`.execute(
      client.database,
    )
    await client.close()
    await expect(migrateStore(address)).rejects.toMatchObject({
      code: 'workspace.newerVersion',
      details: { found: '9999_from_the_future' },
    })
    expect(await tablesOf(address)).toContain('workspace')
  })
})

/** A database of its own for a test; only the administrator may make one. */
async function onDatabase(name: string, work: (address: StoreAddress) => Promise<void>): Promise<void> {
  const { connection } = open.server
  const password = passwordsOf(place)(administrator)
  const client = new pg.Client({ ...connection, user: administrator, database: 'postgres', password })
  await client.connect()
  await client.query(`CREATE DATABASE ${name} OWNER ${connection.user}`)
  await client.end()
  await work({ ...connection, database: name })
}

async function tablesOf(address: StoreAddress): Promise<string[]> {
  const client = connectStore(address)
  const { rows } = await sql<{ name: string }>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`.execute(client.database)
  await client.close()
  return rows.map((row) => row.name)
}
