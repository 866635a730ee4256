import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StoreLogin } from '../client.ts'
import { serversOf } from './server-processes.ts'
import { type EmbeddedStore, startStore } from './start-store.ts'

let place = ''
let stores: EmbeddedStore[] = []

beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'store 商店 ')))
})

afterEach(async () => {
  await Promise.all(stores.map((store) => store.stop()))
  stores = []
  rmSync(place, { recursive: true, force: true })
})

test('starts, answers, keeps its data over a stop and leaves nothing behind', async () => {
  const directory = join(place, '客户 数据')
  const first = await started(directory)
  expect(first.restarts()).toBe(0)
  expect(serversOf(join(directory, 'data'))).toContain(first.processId())
  // What a killed server has there nobody would ever remove.
  expect(sharedMemoryOf(first.processId())).toEqual([])
  await ask(first.connection, 'CREATE TABLE kept AS SELECT 42 AS answer')
  await first.stop()
  await first.stop()
  expect(serversOf(join(directory, 'data'))).toEqual([])
  expect(existsSync(first.connection.host)).toBe(false)
  expect(readdirSync(directory).toSorted()).toEqual(['data', 'secret', 'store.log'])
  expect(readdirSync(join(directory, 'data'))).not.toContain('postmaster.pid')

  const second = await started(directory)
  expect(await ask(second.connection, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
})

test('is durable, checks its pages, sorts by code point and listens on a private socket only', async () => {
  const store = await started(place)
  const [settings] = await ask(
    store.connection,
    `SELECT current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages,
            current_setting('synchronous_commit') AS commits, current_setting('data_checksums') AS checksums,
            current_setting('listen_addresses') AS addresses, current_setting('TimeZone') AS zone,
            current_setting('is_superuser') AS superuser, upper('größe') AS upper,
            (SELECT datlocprovider::text || ' ' || datlocale FROM pg_database WHERE datname = current_database()) AS locale`,
  )
  expect(settings).toEqual({
    fsync: 'on',
    pages: 'on',
    commits: 'on',
    checksums: 'on',
    addresses: '',
    zone: 'UTC',
    superuser: 'off',
    upper: 'GRÖßE',
    locale: 'b C.UTF-8',
  })
  expect(statSync(store.connection.host).mode & 0o777).toBe(0o700)
  expect(statSync(join(place, 'data')).mode & 0o777).toBe(0o700)
  expect(statSync(join(place, 'secret')).mode & 0o777).toBe(0o600)
  await expect(ask({ ...store.connection, password: 'wrong' }, 'SELECT 1')).rejects.toThrow(/password/)
})

test('a directory far deeper than the address of a socket may be', async () => {
  const directory = join(place, ...Array.from({ length: 8 }, () => '很深的目录'.repeat(4)))
  expect(Buffer.byteLength(directory)).toBeGreaterThan(400)
  const store = await started(directory)
  expect(await ask(store.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('a second start on a directory in use names the server that holds it and does it no harm', async () => {
  const store = await started(place)
  await expect(startStore({ directory: place, durable: false })).rejects.toMatchObject({
    code: 'workspace.inUse',
    details: { path: join(place, 'data'), pid: store.processId(), command: 'postgres' },
  })
  expect(await ask(store.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  expect(store.restarts()).toBe(0)
})

test('a first start that was cut off begins again', async () => {
  mkdirSync(join(place, 'data.new', 'base'), { recursive: true })
  writeFileSync(join(place, 'data.new', 'PG_VERSION'), '18\n')
  const store = await started(place)
  expect(existsSync(join(place, 'data.new'))).toBe(false)
  expect(await ask(store.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('a copy with wider permissions is opened', async () => {
  const store = await started(place)
  await store.stop()
  for (const name of ['.', 'data']) chmodSync(join(place, name), 0o755)
  const again = await started(place)
  expect(await ask(again.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('damaged data is reported in the words of the server, and nothing runs afterwards', async () => {
  const store = await started(place)
  await store.stop()
  writeFileSync(join(place, 'data', 'global', 'pg_control'), 'x'.repeat(8192))
  const start = startStore({ directory: place, durable: true })
  await expect(start).rejects.toMatchObject({
    code: 'store.startFailed',
    details: { log: join(place, 'store.log'), reason: expect.stringMatching(/control file|incompatible/) },
  })
  expect(serversOf(join(place, 'data'))).toEqual([])
  expect(readdirSync(place)).not.toContain('socket')
})

test('data of a newer or an older server is refused', async () => {
  mkdirSync(join(place, 'data'))
  writeFileSync(join(place, 'secret'), 'known')
  writeFileSync(join(place, 'data', 'PG_VERSION'), '99\n')
  await expect(startStore({ directory: place, durable: true })).rejects.toMatchObject({
    code: 'workspace.newerVersion',
    details: { found: 99, supported: 18 },
  })
  writeFileSync(join(place, 'data', 'PG_VERSION'), '17\n')
  await expect(startStore({ directory: place, durable: true })).rejects.toMatchObject({ code: 'store.startFailed' })
})

async function started(directory: string): Promise<EmbeddedStore> {
  const store = await startStore({ directory, durable: true })
  stores.push(store)
  return store
}

async function ask(login: StoreLogin, sql: string): Promise<unknown[]> {
  const client = new pg.Client(login)
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return rows
  } finally {
    await client.end()
  }
}

/** Files of shared memory that a process has; where the system does not show them, none. */
function sharedMemoryOf(processId = 0): string[] {
  const maps = `/proc/${processId}/maps`
  return existsSync(maps) ? (readFileSync(maps, 'utf8').match(/\/dev\/shm\/PostgreSQL\.\d+/g) ?? []) : []
}
