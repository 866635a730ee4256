import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectWarehouse, type Warehouse } from './connect.ts'
import { numberFrom } from './embedded/engine-holder.fixture.ts'
import { type Engine, startEngine } from './embedded/start-engine.ts'

const place = realpathSync(mkdtempSync(join(tmpdir(), 'connect ')))
const engineMemoryBytes = 700_000_000

let engine: Engine
let warehouse: Warehouse

beforeAll(async () => {
  engine = await startEngine({ directory: join(place, 'engine'), durable: false, memoryBytes: engineMemoryBytes })
  warehouse = connectWarehouse({ ...engine, database: 'default' })
})

afterAll(async () => {
  await warehouse.close()
  await engine.stop()
  rmSync(place, { recursive: true, force: true })
})

describe('limits', () => {
  test('a query beyond the memory is refused by name, and the engine lives', async () => {
    const before = engine.processId()
    const hungry = 'SELECT length(groupArray(toString(number))) FROM numbers(60000000)'
    await expect(numberFrom(warehouse, `(${hungry})`)).rejects.toMatchObject({
      code: 'warehouse.memoryLimit',
      details: { query: 'number' },
    })
    await expect(numberFrom(warehouse, `(${hungry} SETTINGS max_memory_usage = 0)`)).rejects.toMatchObject({
      code: 'warehouse.memoryLimit',
    })
    expect(await numberFrom(warehouse, '1')).toBe(1)
    expect({ restarts: engine.restarts(), process: engine.processId() }).toEqual({ restarts: 0, process: before })
  })

  test('a query beyond its time is refused by name', async () => {
    const slow = 'SELECT max(sleepEachRow(1)) FROM numbers(3) SETTINGS max_execution_time = 1, max_block_size = 1'
    await expect(warehouse.command(slow, 'slow')).rejects.toMatchObject({
      code: 'warehouse.timeout',
      details: { query: 'slow' },
    })
  })
})

const smallDisk = join(place, 'small disk')
mkdirSync(smallDisk)
const mayMount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', smallDisk]).status === 0

describe.skipIf(!mayMount)('a full disk', () => {
  let full: Engine
  let onFull: Warehouse

  beforeAll(async () => {
    full = await startEngine({ directory: join(smallDisk, 'engine'), durable: true, memoryBytes: engineMemoryBytes })
    onFull = connectWarehouse({ ...full, database: 'default' })
  })

  afterAll(async () => {
    await onFull.close()
    await full.stop()
    spawnSync('umount', ['--lazy', smallDisk])
  })

  test('stops an insert with a word about the disk, whole; what was there can be read, and room can be made', async () => {
    await onFull.command('CREATE TABLE filled (a UInt64) ENGINE = MergeTree ORDER BY ()', 'create')
    const fill = () => onFull.command('INSERT INTO filled SELECT rand64() FROM numbers(500000)', 'fill')
    let acknowledged = 0
    const failure = await (async () => {
      for (; ; acknowledged += 1) await fill()
    })().catch((cause: unknown) => cause)
    expect(failure).toMatchObject({ code: 'disk.full' })
    expect(acknowledged).toBeGreaterThan(1)
    expect(await numberFrom(onFull, '(SELECT count() FROM filled)')).toBe(acknowledged * 500_000)
    await onFull.command('TRUNCATE TABLE filled', 'truncate')
    await expect
      .poll(
        () =>
          fill().then(
            () => 'room',
            () => 'full',
          ),
        { timeout: 30_000 },
      )
      .toBe('room')
    expect(full.restarts()).toBe(0)
  })
})
