import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectStore } from '../client.ts'
import { serversOf } from './server-processes.ts'
import type { ServerExit } from './server-supervisor.ts'
import { type EmbeddedStore, startStore, type StoreOptions } from './start-store.ts'
import { discard, holdStore, killed, millisecondsUntilGone, type StoreHolder } from './store-holder.fixture.ts'

let place = ''
let stores: EmbeddedStore[] = []
let holders: StoreHolder[] = []

beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'store crash 崩溃 ')))
})

afterEach(async () => {
  await Promise.all(stores.map((store) => store.stop()))
  await Promise.all(holders.map(discard))
  await millisecondsUntilGone(join(place, 'data'))
  stores = []
  holders = []
  rmSync(place, { recursive: true, force: true })
})

test('a killed server is back within three seconds, although one of its processes goes on with a query', async () => {
  const store = await started({})
  const exits: ServerExit[] = []
  store.onExit((exit) => exits.push(exit))
  const client = connectStore(store.connection)
  await sql`CREATE TABLE kept AS SELECT 42 AS answer`.execute(client.database)
  const endless = sql`DO $$ BEGIN LOOP END LOOP; END $$`.execute(client.database).catch((cause: unknown) => cause)
  const before = store.processId()

  const killedAt = performance.now()
  process.kill(Number(before), 'SIGKILL')
  expect(await endless).toBeInstanceOf(Error)
  await untilRestarted(store, 1)
  const { rows } = await sql`SELECT answer FROM kept`.execute(client.database)
  expect(performance.now() - killedAt).toBeLessThan(3_000)
  expect(rows).toEqual([{ answer: 42 }])
  expect(store.processId()).not.toBe(before)
  expect(exits).toEqual([{ code: null, signal: 'SIGKILL', restartInMilliseconds: 50 }])
  await client.close()
})

test('a store that is stopped while it is being restarted stays stopped', async () => {
  const store = await started({})
  process.kill(Number(store.processId()), 'SIGKILL')
  await untilRestarted(store, 1, 'begun')
  await store.stop()
  expect(serversOf(join(place, 'data'))).toEqual([])
  expect(existsSync(store.connection.host)).toBe(false)
})

test.each(['kernel', 'watcher'])(
  'nothing outlives a killed parent by three seconds (%s), and the data opens',
  async (who) => {
    const { holder, answer } = await held([place, 'busy', who])
    expect(serversOf(join(place, 'data'))).toContain(answer['pid'])
    await killed(holder)
    expect(await millisecondsUntilGone(join(place, 'data'))).toBeLessThan(3_000)
    const store = await started({})
    expect(existsSync(String(answer['host']))).toBe(false)
    expect(store.restarts()).toBe(0)
  },
)

test('a start right after the parent was killed waits for the old server to end', async () => {
  const { holder } = await held([place, 'busy'])
  await killed(holder)
  const store = await started({})
  expect(serversOf(join(place, 'data'))).toContain(store.processId())
})

test('a killed watcher is no way to two servers', async () => {
  const store = await started({ endsWithParent: 'watcher' })
  const before = Number(store.processId())
  process.kill(parentOf(before), 'SIGKILL')
  await untilRestarted(store, 1)
  expect(serversOf(join(place, 'data'))).toContain(store.processId())
  expect(serversOf(join(place, 'data'))).not.toContain(before)
})

test('what a server killed together with its parent leaves is taken over', async () => {
  const { holder, answer } = await held([place, 'busy'])
  process.kill(Number(answer['pid']), 'SIGSTOP')
  await killed(holder)
  process.kill(Number(answer['pid']), 'SIGKILL')
  // The busy process goes on without its server; the socket, its lock and the server's file are still there.
  expect(existsSync(join(place, 'data', 'postmaster.pid'))).toBe(true)
  expect(existsSync(join(String(answer['host']), '.s.PGSQL.5432'))).toBe(true)
  const store = await started({})
  expect(existsSync(String(answer['host']))).toBe(false)
  expect(store.connection.host).not.toBe(answer['host'])
})

test("a leftover file that names another program's process does not stand in the way", async () => {
  await (await started({})).stop()
  const lines = [process.pid, join(place, 'data'), 1_700_000_000, 5432, '/tmp', '', '', 'ready', '']
  writeFileSync(join(place, 'data', 'postmaster.pid'), lines.join('\n'))
  const store = await started({})
  expect(store.processId()).not.toBe(process.pid)
})

test('socket folders of stores that are gone are swept, those of living ones are not', async () => {
  const gone = join(place, 'gone')
  const dead = await held([gone])
  const deadFolder = String(dead.answer['host'])
  await killed(dead.holder)
  await millisecondsUntilGone(join(gone, 'data'))
  rmSync(gone, { recursive: true })
  const living = await startedIn(join(place, 'living'))
  const anHourAgo = new Date(Date.now() - 3_600_000)
  utimesSync(deadFolder, anHourAgo, anHourAgo)
  utimesSync(living.connection.host, anHourAgo, anHourAgo)
  await startedIn(join(place, 'next'))
  expect(existsSync(deadFolder)).toBe(false)
  expect(existsSync(living.connection.host)).toBe(true)
})

function started(options: Partial<StoreOptions>): Promise<EmbeddedStore> {
  return startedIn(place, options)
}

async function startedIn(directory: string, options: Partial<StoreOptions> = {}): Promise<EmbeddedStore> {
  const store = await startStore({ durable: false, ...options, directory })
  stores.push(store)
  return store
}

async function held(words: readonly string[]): Promise<StoreHolder> {
  const holder = await holdStore(words)
  holders.push(holder)
  return holder
}

async function untilRestarted(store: EmbeddedStore, times: number, how: 'begun' | 'done' = 'done'): Promise<void> {
  await expect.poll(() => store.restarts(), { timeout: 10_000, interval: 10 }).toBe(times)
  if (how === 'done') await store.ready()
}

/** The second number after the name in parentheses. */
function parentOf(processId: number): number {
  const [, parent] = /\) \w (\d+)/.exec(readFileSync(`/proc/${processId}/stat`, 'utf8')) ?? []
  return Number(parent)
}
