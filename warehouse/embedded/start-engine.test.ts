import { existsSync, mkdtempSync, readdirSync, mkdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Warehouse } from '../connect.ts'
import { connectTo, numberFrom } from './engine-holder.fixture.ts'
import { engineLibrary } from './engine-library.ts'
import { type Engine, type EngineOptions, startEngine } from './start-engine.ts'

let place = ''
let engines: Engine[] = []
let connections: Warehouse[] = []

beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), "engine 引擎 & <it's> ")))
})

afterEach(async () => {
  await Promise.all(connections.map((connection) => connection.close()))
  await Promise.all(engines.map((engine) => engine.stop()))
  connections = []
  engines = []
  rmSync(place, { recursive: true, force: true })
})

test('starts in a new directory with any name, answers, keeps its files to its owner, and stops', async () => {
  const startedAt = performance.now()
  const engine = await started({ directory: join(place, 'new', 'engine') })
  const warehouse = connected(engine)
  expect(await numberFrom(warehouse, '6 * 7')).toBe(42)
  console.log(`engine ready and asked after ${Math.round(performance.now() - startedAt)} ms`)
  expect(modes(join(place, 'new', 'engine'))).toEqual({
    'config.xml': 0o600,
    data: 0o700,
    'engine.log': 0o600,
    'users.xml': 0o600,
  })
  await engine.stop()
  await engine.stop()
  expect(engine.restarts()).toBe(0)
  await expect(numberFrom(warehouse, '1')).rejects.toMatchObject({ code: 'warehouse.queryFailed' })
})

test('keeps what it was given over a stop and a start, with a new port and a new password', async () => {
  const first = await started()
  await connected(first).command('CREATE TABLE kept ENGINE = MergeTree ORDER BY () AS SELECT 42 AS answer', 'create')
  await first.stop()
  const second = await started()
  expect(await numberFrom(connected(second), '(SELECT answer FROM kept)')).toBe(42)
  expect(second.password).not.toBe(first.password)
})

test('a second engine in the same directory says why it does not start, and leaves the first one alone', async () => {
  const first = await started()
  const warehouse = connected(first)
  await expect(started()).rejects.toMatchObject({
    code: 'warehouse.startFailed',
    details: { reason: expect.stringContaining('Another server instance in same directory is already running') },
  })
  expect(await numberFrom(warehouse, '1')).toBe(1)
  process.kill(Number(first.processId()), 'SIGKILL')
  await expect.poll(() => first.restarts()).toBe(1)
  await first.ready()
  expect(await numberFrom(warehouse, '2')).toBe(2)
})

test('what a killed engine left does not stand in the way, however broken', async () => {
  const first = await started()
  await first.stop()
  expect(existsSync(join(place, 'data', 'status'))).toBe(true)
  writeFileSync(join(place, 'config.xml'), '<clickhouse><half')
  writeFileSync(join(place, 'users.xml'), '')
  writeFileSync(join(place, 'data', 'status'), 'PID: 1\nStarted at: 2020-01-01 00:00:00\nRevision: 1\n')
  expect(await numberFrom(connected(await started()), '1')).toBe(1)
})

test('takes another port when its own is taken between the choice and the start', async () => {
  const other = createServer((_, response) => response.end('Ok.\n')).listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const address = other.address()
  const taken = typeof address === 'object' && address !== null ? address.port : 0
  let choices = 0
  const choosePort = (): Promise<number> => {
    choices += 1
    return choices === 1 ? Promise.resolve(taken) : anyPort()
  }
  const engine = await started({ choosePort })
  expect(choices).toBe(2)
  expect(await numberFrom(connected(engine), '1')).toBe(1)
  await new Promise((resolve) => other.close(resolve))
})

test('a port that stays taken is an error that names it', async () => {
  const other = createServer((_, response) => response.end('Ok.\n')).listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const address = other.address()
  const taken = typeof address === 'object' && address !== null ? address.port : 0
  await expect(started({ choosePort: () => Promise.resolve(taken) })).rejects.toMatchObject({
    code: 'warehouse.startFailed',
    details: { reason: expect.stringContaining(`Address already in use: 127.0.0.1:${taken}`) },
  })
  await new Promise((resolve) => other.close(resolve))
})

test('a platform without an engine is named', () => {
  expect(() => engineLibrary('sunos-sparc')).toThrow(
    expect.objectContaining({ code: 'warehouse.unsupportedPlatform', details: { platform: 'sunos-sparc' } }),
  )
})

test('data that is no directory is an error of the system, and one the engine cannot read gives its reason', async () => {
  writeFileSync(join(place, 'data'), '')
  await expect(started()).rejects.toMatchObject({
    code: 'output.notWritable',
    details: { path: place, problem: 'EEXIST' },
  })
  rmSync(join(place, 'data'))
  mkdirSync(join(place, 'data', 'status'), { recursive: true })
  await expect(started()).rejects.toMatchObject({
    code: 'warehouse.startFailed',
    details: { reason: expect.stringContaining(join(place, 'data', 'status')), log: join(place, 'engine.log') },
  })
})

async function started(options: Partial<EngineOptions> = {}): Promise<Engine> {
  const engine = await startEngine({ directory: place, durable: false, memoryBytes: 2 ** 30, ...options })
  engines.push(engine)
  return engine
}

function connected(engine: Engine): Warehouse {
  const connection = connectTo(engine)
  connections.push(connection)
  return connection
}

function modes(directory: string): Record<string, number> {
  return Object.fromEntries(readdirSync(directory).map((name) => [name, statSync(join(directory, name)).mode & 0o777]))
}

async function anyPort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
