import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts'
import { startStore } from './start-store.ts'

let place = ''

beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'socket ')))
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(place, { recursive: true, force: true })
})

test('a temporary directory too deep for the address of a socket is passed over', () => {
  const deep = join(place, 'd'.repeat(90))
  mkdirSync(deep)
  vi.stubEnv('TMPDIR', deep)
  const folder = makeSocketFolder(place, undefined)
  expect(folder).toMatch(/^\/tmp\/vitalfew-store-/)
  removeSocketFolder(place)
  expect(existsSync(folder)).toBe(false)
})

test('what the record names is removed only if it is a folder of this store', () => {
  const mine = join(place, 'mine')
  const other = join(place, 'other')
  for (const directory of [mine, other]) mkdirSync(directory)
  const folder = makeSocketFolder(other, undefined)
  rmSync(join(mine, 'socket'), { force: true })
  removeSocketFolder(mine)
  expect(existsSync(folder)).toBe(true)
  removeSocketFolder(other)
  expect(existsSync(folder)).toBe(false)
})

test('the server listens below a temporary directory with signs its settings know', async () => {
  const temporary = join(place, 'a, "b" 商')
  mkdirSync(temporary)
  vi.stubEnv('TMPDIR', temporary)
  const store = await startStore({ directory: join(place, 'store'), durable: false })
  expect(store.connection.host.startsWith(temporary)).toBe(true)
  const client = new pg.Client(store.connection)
  await client.connect()
  expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  await client.end()
  await store.stop()
})
