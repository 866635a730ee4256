import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectStore, type StoreAddress } from './client.ts'
import { migrateStore, unmigrateStore } from './migrate.ts'
import { startEmbedded, type StorePlace, storePlaces } from './store-place.fixture.ts'

describe.each(storePlaces())('$title', ({ start }) => {
  let place: StorePlace

  beforeAll(async () => {
    place = await start()
  })

  afterAll(() => place.close())

  test('values come out without loss', async () => {
    const { rows } =
      await sql`SELECT 9007199254740991::int8 AS whole, 0.10::numeric AS amount, DATE '2026-02-28' AS day,
      TIMESTAMP '2026-03-08 02:30' AS wall, TIMESTAMPTZ '2026-03-08 02:30+00' AS instant, NULL::int8 AS missing,
      ARRAY[1, NULL, 3]::int8[] AS wholes, ARRAY[[0.10, 2.00]]::numeric[] AS amounts, ARRAY[DATE '2026-02-28'] AS days,
      ARRAY['a,"b"']::text[] AS texts, '{"a": [1]}'::jsonb AS document`.execute(place.open.store.database)
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
    await expect(sql`SELECT 9007199254740993::int8 AS whole`.execute(place.open.store.database)).rejects.toThrow(
      RangeError,
    )
    expect((await sql`SELECT 1::int8 AS whole`.execute(place.open.store.database)).rows).toEqual([{ whole: 1 }])
  })

  test('a statement that takes too long is ended by the server', async () => {
    const client = connectStore(place.open.address, { statementTimeoutMilliseconds: 50 })
    await expect(sql`SELECT pg_sleep(10)`.execute(client.database)).rejects.toMatchObject({ code: '57014' })
    await client.close()
  })

  test('the workspace is one row that cannot be changed into two', async () => {
    const workspace = { id: '0b6cf2a3-6a55-4d20-9d5c-2b31f0a0c001', created_with: 'vitalfew 0.1.0' }
    const { database } = place.open.store
    await database.insertInto('workspace').values(workspace).execute()
    const [row] = await database.selectFrom('workspace').selectAll().execute()
    expect(row).toMatchObject(workspace)
    expect(row?.created_at).toBeInstanceOf(Date)
    const second = { ...workspace, id: '0b6cf2a3-6a55-4d20-9d5c-2b31f0a0c002' }
    await expect(database.insertInto('workspace').values(second).execute()).rejects.toMatchObject({ code: '23505' })
  })

  test('the tables go down and up again, and up twice changes nothing', async () => {
    await place.onDatabase('up_and_down', async (address) => {
      expect(await tablesOf(address)).toEqual([])
      await migrateStore(address)
      const tables = await tablesOf(address)
      expect(tables).toEqual(expect.arrayContaining(['schema_migration', 'selection_model', 'workspace']))
      await migrateStore(address)
      expect(await tablesOf(address)).toEqual(tables)
      await unmigrateStore(address)
      expect(await tablesOf(address)).toEqual(['schema_migration', 'schema_migration_lock'])
      await migrateStore(address)
      expect(await tablesOf(address)).toEqual(tables)
    })
  })

  test('programs that start at the same time do not get into each other’s way', async () => {
    await place.onDatabase('at_once', async (address) => {
      await Promise.all(Array.from({ length: 6 }, () => migrateStore(address)))
      expect(await tablesOf(address)).toContain('workspace')
    })
  })

  test('tables of a newer program are refused and left alone', async () => {
    await place.onDatabase('newer', async (address) => {
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
})

describe('the embedded store', () => {
  test("the driver's own settings are not touched, and a URL leads to the same store", async () => {
    const place = await startEmbedded()
    const { connection } = place.open.server
    const client = new pg.Client(connection)
    await client.connect()
    expect((await client.query('SELECT 1::int8 AS whole')).rows).toEqual([{ whole: '1' }])
    await client.end()
    const { host, user, password, database } = connection
    const url = `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(host)}`
    const named = connectStore({ url })
    expect((await sql`SELECT current_user AS name`.execute(named.database)).rows).toEqual([{ name: 'vitalfew' }])
    await named.close()
    await place.close()
  })
})

async function tablesOf(address: StoreAddress): Promise<string[]> {
  const client = connectStore(address)
  const { rows } = await sql<{ name: string }>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`.execute(client.database)
  await client.close()
  return rows.map((row) => row.name)
}
