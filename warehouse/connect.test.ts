import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { connectWarehouse, type Warehouse } from './connect.ts'
import { numberFrom } from './embedded/engine-holder.fixture.ts'
import { type Engine, startEngine } from './embedded/start-engine.ts'
import { defineQuery } from './query.ts'

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

describe('rows', () => {
  const greeting = defineQuery({
    name: 'greeting',
    parameters: z.object({ name: z.string(), numbers: z.array(z.int()) }),
    row: z.object({ text: z.string(), total: z.int(), nothing: z.null(), amount: z.number() }),
    sql: `SELECT {name:String} AS text, arraySum({numbers:Array(UInt32)}) AS total, NULL AS nothing,
      toDecimal64(12.5, 6) AS amount`,
  })

  test.each(["O'Brien\\", '{name:String}', '要客\n\t"𠮷"', "'; DROP TABLE x; --", ''])(
    'binds %j as a value',
    async (name) => {
      const rows = await warehouse.rows(greeting, { name, numbers: [1, 2, 3] })
      expect(rows).toEqual([{ text: name, total: 6, nothing: null, amount: 12.5 }])
    },
  )

  test('an answer of another shape is an error that names the query', async () => {
    const other = { ...greeting, row: z.object({ text: z.int() }) }
    await expect(warehouse.rows(other, { name: 'x', numbers: [] })).rejects.toMatchObject({
      code: 'warehouse.queryFailed',
      details: { query: 'greeting' },
    })
  })
})

describe('insert', () => {
  test('the same token twice inserts once; without a token equal rows are all kept', async () => {
    await create('tokens')
    const insert = (token?: string) =>
      warehouse.insert(
        { name: 'insert', sql: 'INSERT INTO tokens FORMAT TSV', ...(token === undefined ? {} : { token }) },
        Buffer.from('1\n2\n'),
      )
    expect(await insert('part 1')).toBe(2)
    await insert('part 1')
    expect(await numberFrom(warehouse, '(SELECT count() FROM tokens)')).toBe(2)
    await insert('part 2')
    expect(await numberFrom(warehouse, '(SELECT count() FROM tokens)')).toBe(4)
    await insert()
    await insert()
    expect(await numberFrom(warehouse, '(SELECT count() FROM tokens)')).toBe(8)
  })

  test('a bad row at the end of a long insert leaves nothing', async () => {
    await create('whole')
    const lines = Readable.from([Buffer.from('1\n'.repeat(300_000)), Buffer.from('one\n')])
    await expect(
      warehouse.insert({ name: 'insert-whole', sql: 'INSERT INTO whole FORMAT TSV' }, lines),
    ).rejects.toMatchObject({
      code: 'warehouse.queryFailed',
      details: { query: 'insert-whole', reason: expect.stringContaining('at row 300001') },
    })
    expect(await numberFrom(warehouse, '(SELECT count() FROM whole)')).toBe(0)
  })

  test('a sender that breaks off leaves nothing', async () => {
    await create('broken')
    const lines = new Readable({ read() {} })
    lines.push('1\n'.repeat(1_000))
    setTimeout(() => lines.destroy(new Error('the file went away')), 50)
    await expect(
      warehouse.insert({ name: 'insert', sql: 'INSERT INTO broken FORMAT TSV' }, lines),
    ).rejects.toMatchObject({
      code: 'warehouse.queryFailed',
    })
    expect(await numberFrom(warehouse, '(SELECT count() FROM broken)')).toBe(0)
  })
})

describe('bytes', () => {
  const counted = (sql: string) => defineQuery({ name: 'counted', parameters: z.object({}), row: z.object({}), sql })

  test('are the answer in the format asked for', async () => {
    const bytes = await warehouse.bytes(counted('SELECT 1 AS a, \'要客, "x"\' AS b, NULL AS c'), {
      parameters: {},
      format: 'CSVWithNames',
    })
    expect(Buffer.concat(await bytes.toArray()).toString()).toBe('"a","b","c"\n1,"要客, ""x""",\n')
  })

  test('of a query that fails after it has begun to answer end in an error, not in silence', async () => {
    const failing = counted(
      'SELECT number, throwIf(number = 20000000) FROM numbers(30000000) SETTINGS max_block_size = 65536',
    )
    const bytes = await warehouse.bytes(failing, { parameters: {}, format: 'TSV' })
    await expect(bytes.resume().toArray()).rejects.toMatchObject({
      code: 'warehouse.queryFailed',
      details: { query: 'counted' },
    })
  })
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

async function create(name: string): Promise<void> {
  await warehouse.command(
    `CREATE TABLE ${name} (a UInt32) ENGINE = MergeTree ORDER BY () SETTINGS non_replicated_deduplication_window = 1000`,
    'create',
  )
}
