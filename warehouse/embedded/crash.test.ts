import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Warehouse } from '../connect.ts'
import {
  connectTo,
  type EngineHolder,
  holdEngine,
  isRunning,
  killed,
  millisecondsUntilGone,
  numberFrom,
} from './engine-holder.fixture.ts'
import { type Engine, startEngine } from './start-engine.ts'

let place = ''
let engines: Engine[] = []
let holders: EngineHolder[] = []
let connections: Warehouse[] = []

beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'engine crash 崩溃 ')))
})

afterEach(async () => {
  await Promise.all(connections.map((connection) => connection.close()))
  await Promise.all(engines.map((engine) => engine.stop()))
  for (const { holder, answer } of holders) {
    await killed(holder)
    await millisecondsUntilGone(Number(answer['pid']))
  }
  connections = []
  engines = []
  holders = []
  rmSync(place, { recursive: true, force: true })
})

test('a killed engine is started again at the same address with its data, and the connection goes on', async () => {
  const engine = await started()
  const warehouse = connected(engine)
  await warehouse.command('CREATE TABLE kept ENGINE = MergeTree ORDER BY () AS SELECT 42 AS answer', 'create')
  const before = engine.processId()
  const killedAt = performance.now()
  process.kill(Number(before), 'SIGKILL')
  await expect.poll(() => engine.restarts(), { interval: 5 }).toBe(1)
  await engine.ready()
  expect(await numberFrom(warehouse, '(SELECT answer FROM kept)')).toBe(42)
  console.log(`engine back after ${Math.round(performance.now() - killedAt)} ms`)
  expect(engine.processId()).not.toBe(before)
})

test('an engine that keeps falling is given longer and longer pauses', async () => {
  const engine = await started()
  const pauses: number[] = []
  for (let crash = 1; crash <= 4; crash += 1) {
    const fallen = Number(engine.processId())
    process.kill(fallen, 'SIGKILL')
    await expect.poll(() => engine.restarts(), { interval: 2 }).toBe(crash)
    const fellAt = performance.now()
    await expect.poll(() => engine.processId(), { interval: 2, timeout: 10_000 }).not.toBe(fallen)
    pauses.push(performance.now() - fellAt)
    await engine.ready()
  }
  expect(pauses[1]).toBeGreaterThan(50)
  expect(pauses[2]).toBeGreaterThan(120)
  expect(pauses[3]).toBeGreaterThan(270)
})

test('an engine that is stopped while it waits to be started again stays stopped', async () => {
  const engine = await started()
  process.kill(Number(engine.processId()), 'SIGKILL')
  await expect.poll(() => engine.restarts(), { interval: 2 }).toBe(1)
  const waiting = engine.ready().catch((cause: unknown) => cause)
  await engine.stop()
  await waiting
  await sleep(150)
  expect(isRunning(Number(engine.processId()))).toBe(false)
})

test('nothing outlives a killed parent by three seconds, and the data opens', async () => {
  const owner = await held([place])
  const pid = Number(owner.answer['pid'])
  expect(isRunning(pid)).toBe(true)
  await killed(owner.holder)
  expect(await millisecondsUntilGone(pid)).toBeLessThan(3_000)
  expect(await numberFrom(connected(await started()), '1')).toBe(1)
})

test("the terminal's Ctrl-C reaches the owner and not the engine", async () => {
  const owner = await held([place, 'deaf'])
  const pid = Number(owner.answer['pid'])
  const heard = new Promise((resolve) => owner.holder.stdout?.once('data', resolve))
  process.kill(-Number(owner.holder.pid), 'SIGINT')
  await heard
  await sleep(300)
  expect(isRunning(pid)).toBe(true)
  expect(await numberFrom(connected(owner.answer), '1')).toBe(1)
})

test('an owner that Ctrl-C ends takes its engine along', async () => {
  const owner = await held([place])
  process.kill(-Number(owner.holder.pid), 'SIGINT')
  expect(await millisecondsUntilGone(Number(owner.answer['pid']))).toBeLessThan(3_000)
})

test('no acknowledged insert is lost to twenty kills, and none is there in part or twice', async () => {
  const acknowledged: number[] = []
  for (let round = 1; round <= 20; round += 1) {
    const engine = await started()
    const warehouse = connected(engine)
    if (round === 1) await warehouse.command(createWritten, 'create')
    const writing = writeUntilItFails(warehouse, acknowledged, round * 10_000)
    const before = acknowledged.length
    await expect.poll(() => acknowledged.length, { interval: 1, timeout: 10_000 }).toBeGreaterThan(before + (round % 4))
    await sleep((round % 5) * 3)
    // The end of an engine is always a kill.
    await engine.stop()
    await writing
  }
  console.log(`${acknowledged.length} inserts acknowledged over 20 kills`)
  expect(acknowledged.length).toBeGreaterThan(40)
  const warehouse = connected(await started())
  const parts = '(SELECT countIf(n != 50) FROM (SELECT count() AS n FROM written GROUP BY batch))'
  expect(await numberFrom(warehouse, parts)).toBe(0)
  const found = `(SELECT uniqExact(batch) FROM written WHERE has([${acknowledged.join(',')}], batch))`
  expect(await numberFrom(warehouse, found)).toBe(acknowledged.length)
})

const createWritten = `CREATE TABLE written (batch UInt32, filling String) ENGINE = MergeTree ORDER BY batch
  SETTINGS non_replicated_deduplication_window = 1000`

/** Inserts of fifty rows, each sent again once with the same token, until the engine is gone. */
async function writeUntilItFails(warehouse: Warehouse, acknowledged: number[], from: number): Promise<void> {
  for (let batch = from; ; batch += 1) {
    const bytes = Buffer.from(`${batch}\t${'x'.repeat(100)}\n`.repeat(50))
    const insert = () =>
      warehouse.insert({ name: 'write', sql: 'INSERT INTO written FORMAT TSV', token: `b${batch}` }, bytes)
    const isDone = await insert()
      .then(insert)
      .then(
        () => true,
        () => false,
      )
    if (!isDone) return
    acknowledged.push(batch)
  }
}

async function started(): Promise<Engine> {
  const engine = await startEngine({ directory: place, durable: false, memoryBytes: 2 ** 30 })
  engines.push(engine)
  return engine
}

function connected(login: { readonly url?: unknown; readonly password?: unknown }): Warehouse {
  const connection = connectTo({ url: login.url, password: login.password })
  connections.push(connection)
  return connection
}

async function held(words: readonly string[]): Promise<EngineHolder> {
  const owner = await holdEngine(words)
  holders.push(owner)
  expect(existsSync(join(place, 'data'))).toBe(true)
  return owner
}
