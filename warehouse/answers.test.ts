import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import type { Warehouse } from './connect.ts'
import { numberFrom } from './embedded/engine-holder.fixture.ts'
import { defineQuery } from './query.ts'
import { openTestWarehouse, type TestWarehouse } from './test-warehouse.fixture.ts'

let opened: TestWarehouse
let warehouse: Warehouse

beforeAll(async () => {
  opened = await openTestWarehouse(inject('cluster'))
  ;({ warehouse } = opened)
})

afterAll(() => opened.close())

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

describe('partitions', () => {
  test('are named while they have rows; one that is dropped takes its rows along, and no others', async () => {
    await create('parted', 'PARTITION BY a')
    await warehouse.insert({ name: 'insert', sql: 'INSERT INTO parted FORMAT TSV' }, Buffer.from('7\n7\n8\n9\n'))
    expect(await warehouse.partitions(['parted'])).toEqual(['7', '8', '9'])
    const drop = {
      name: 'drop',
      parameters: z.object({ a: z.int() }),
      sql: 'ALTER TABLE parted DROP PARTITION {a:UInt32}',
    }
    await warehouse.run(drop, { a: 7 })
    expect(await warehouse.partitions(['parted', 'import_event'])).toEqual(['8', '9'])
    expect(await numberFrom(warehouse, '(SELECT sum(a) FROM parted)')).toBe(17)
  })
})

async function create(name: string, partition = ''): Promise<void> {
  await warehouse.command(
    `CREATE TABLE IF NOT EXISTS ${name} -- spread by a
(
    a UInt32
)
ENGINE = MergeTree
${partition}
ORDER BY ()
SETTINGS non_replicated_deduplication_window = 1000`,
    'create',
  )
}
