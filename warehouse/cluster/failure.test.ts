import { randomBytes } from 'node:crypto'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { connectWarehouse, type NodeConnection, type Warehouse } from '../connect.ts'
import { numberFrom } from '../embedded/engine-holder.fixture.ts'
import { type RunningNode, type RunningNodes, startNodes } from '../nodes/start-nodes.ts'
import type { OpenWarehouse } from '../open-warehouse.ts'
import { defineStatement } from '../query.ts'
import type { ClusterAddress } from './cluster-address.ts'
import { openClusterWarehouse } from './open-cluster.ts'

const directory = realpathSync(mkdtempSync(join(tmpdir(), 'nodes fail 故障 ')))
let nodes: RunningNodes
let address: ClusterAddress
let opened: OpenWarehouse
let warehouse: Warehouse
let connections: NodeConnection[] = []

beforeAll(async () => {
  nodes = await startNodes({ directory, shards: 2, replicas: 2, memoryBytes: 800_000_000, durable: false })
})

afterAll(async () => {
  await nodes.stop()
  rmSync(directory, { recursive: true, force: true })
})

beforeEach(async () => {
  address = { ...nodes.address, database: `test_${randomBytes(6).toString('hex')}` }
  opened = await openClusterWarehouse(address)
  ;({ warehouse } = opened)
  connections = nodes.nodes.map(({ url }) => connectWarehouse({ ...address, url }))
})

afterEach(async () => {
  await Promise.all(nodes.nodes.filter((node) => node.processId() === undefined).map((node) => node.start()))
  await Promise.all(connections.map((connection) => connection.close()))
  await opened.close()
})

const lines = '(SELECT count() FROM sales_line)'
const ownLines = '(SELECT count() FROM sales_line_local)'
const ownSum = '(SELECT sum(cityHash64(tuple(*))) FROM sales_line_local)'

test('a dead replica: answers stay whole, writing says which node is missing, and goes on when it is back', async () => {
  await insertLines(7, { from: 0, count: 4_000 })
  const dead = nodeAt(2, 2)
  await dead.stop()
  for (let question = 0; question < 8; question += 1) expect(await numberFrom(warehouse, lines)).toBe(4_000)
  await warehouse.verify()
  await expect(insertLines(7, { from: 4_000, count: 1_000 })).rejects.toMatchObject({
    code: 'warehouse.shardUnavailable',
    details: { query: 'insert-lines', shards: `2 (${hostOf(dead)})` },
  })
  await dead.start()
  await insertLines(7, { from: 4_000, count: 1_000 })
  expect(await numberFrom(warehouse, lines)).toBe(5_000)
  await expectEqualReplicas()
})

test('a dead shard: no answer at all, and the error names it', async () => {
  await insertLines(7, { from: 0, count: 4_000 })
  await Promise.all([nodeAt(2, 1).stop(), nodeAt(2, 2).stop()])
  const shards = `2 (${hostOf(nodeAt(2, 1))}, ${hostOf(nodeAt(2, 2))})`
  const missing = { code: 'warehouse.shardUnavailable', details: { shards } }
  await expect(numberFrom(warehouse, lines)).rejects.toMatchObject({ ...missing, details: { shards, query: 'number' } })
  await expect(warehouse.verify()).rejects.toMatchObject({ code: missing.code })
  await expect(openClusterWarehouse(address)).rejects.toMatchObject({ code: missing.code })
  await Promise.all([nodeAt(2, 1).start(), nodeAt(2, 2).start()])
  expect(await numberFrom(warehouse, lines)).toBe(4_000)
})

test('nodes killed again and again while rows are sent: every acknowledged row is there, once, on every replica', async () => {
  const chunks = 40
  let sent = 0
  const killing = (async () => {
    for (const place of [0, 3, 1, 2, 3]) {
      const until = sent + 5
      await expect.poll(() => sent >= until || sent === chunks, { timeout: 30_000, interval: 5 }).toBe(true)
      const processId = nodes.nodes[place]?.processId()
      if (processId !== undefined) process.kill(processId, 'SIGKILL')
    }
  })()
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    await insertLines(7, { from: chunk * 2_000, count: 2_000 })
    sent += 1
  }
  await killing
  expect(await numberFrom(warehouse, lines)).toBe(chunks * 2_000)
  expect(await numberFrom(warehouse, '(SELECT uniqExact(row) FROM sales_line)')).toBe(chunks * 2_000)
  await expectEqualReplicas()
  await warehouse.seal('import_id', 7)
})

const slowly = "if(sleepEachRow(0.0005) = 0, 'x', '')"
const inSmallBlocks = 'FROM numbers(4000) SETTINGS max_block_size = 200, min_insert_block_size_rows = 200'

test.each([
  {
    rows: '(SELECT count() FROM account_rfm)',
    column: 'run_id' as const,
    value: 'r1',
    sql: `INSERT INTO account_rfm
      SELECT {value:String} AS run_id, cityHash64(number), 1, 1, 1, ${slowly} ${inSmallBlocks}`,
  },
  {
    rows: '(SELECT count() FROM sales_line WHERE import_id = 20)',
    column: 'import_id' as const,
    value: 20,
    sql: `INSERT INTO sales_line (import_id, row, customer_key, day, kind, net_revenue, order_number)
      SELECT {value:UInt32} AS import_id, number, cityHash64(number), toDate32('2025-01-01'), 'sale', 1, ${slowly} ${inSmallBlocks}`,
  },
])('a node killed while a statement fills a $column: the rows are there once', async ({ rows, column, value, sql }) => {
  const parameters = z.object({ value: z.union([z.string(), z.int()]) })
  const filling = warehouse.run(defineStatement({ name: 'fill', parameters, sql }), { value })
  const at = nodes.nodes[1]?.processId()
  await expect.poll(() => numberFrom(warehouse, rows)).toBeGreaterThan(0)
  if (at !== undefined) process.kill(at, 'SIGKILL')
  await filling
  expect(await numberFrom(warehouse, rows)).toBe(4_000)
  await warehouse.seal(column, value)
})

test('a replica that comes back with an empty disk gets everything back before anything is answered from it', async () => {
  await insertLines(7, { from: 0, count: 3_000 })
  await recordEvent(7)
  await warehouse.seal('import_id', 7)
  const lost = nodeAt(1, 2)
  const before = await Promise.all(connections.map((connection) => numberFrom(connection, ownSum)))
  await lost.stop()
  rmSync(join(lost.directory, 'data'), { recursive: true })
  await lost.start()
  await warehouse.verify()
  expect(await Promise.all(connections.map((connection) => numberFrom(connection, ownSum)))).toEqual(before)
  for (const connection of connections) {
    expect(await numberFrom(connection, '(SELECT count() FROM import_event)')).toBe(1)
    expect(await numberFrom(connection, lines)).toBe(3_000)
  }
})

test('rows that are gone from one replica are noticed and restored; gone from all, nothing is answered', async () => {
  await insertLines(7, { from: 0, count: 3_000 })
  await insertLines(8, { from: 0, count: 1_000 })
  for (const id of [7, 8]) await warehouse.seal('import_id', id)
  const first = connections[0]
  const second = connections[1]
  await first?.command('ALTER TABLE sales_line_local DROP PARTITION 7', 'lose')
  await warehouse.verify()
  await expectEqualReplicas()
  expect(await numberFrom(warehouse, lines)).toBe(4_000)
  await first?.command('ALTER TABLE sales_line_local DROP PARTITION 7', 'lose')
  await second?.command('ALTER TABLE sales_line_local DROP PARTITION 7', 'lose')
  await expect(warehouse.verify()).rejects.toMatchObject({
    code: 'warehouse.replicaDiffers',
    details: { shard: 1, table: 'sales_line', partition: '7', rows: 0 },
  })
  await expect(warehouse.seal('import_id', 8)).rejects.toMatchObject({ code: 'warehouse.replicaDiffers' })
  // Undone on purpose, nobody misses it any more.
  await warehouse.run(dropImport, { importId: 7 })
  await warehouse.verify()
  expect(await warehouse.partitions(['sales_line'])).toEqual(['8'])
})

test('an event that reached one node only reaches the others, and other rows that replicas disagree on are not sealed', async () => {
  await connections[2]?.insert({ name: 'one-node', sql: `${eventInsert} FORMAT JSONEachRow` }, eventRow(9))
  await warehouse.verify()
  for (const connection of connections) {
    expect(await numberFrom(connection, '(SELECT count() FROM import_event WHERE import_id = 9)')).toBe(1)
  }
  await insertLines(9, { from: 0, count: 500 })
  await connections[0]?.command('INSERT INTO sales_line_local (import_id, row) VALUES (9, 1)', 'tamper')
  await expect(warehouse.seal('import_id', 9)).rejects.toMatchObject({
    code: 'warehouse.replicaDiffers',
    details: { shard: 1, table: 'sales_line', partition: '9' },
  })
})

const dropImport = defineStatement({
  name: 'drop-import',
  parameters: z.object({ importId: z.int() }),
  sql: 'ALTER TABLE sales_line DROP PARTITION {importId:UInt32}',
})

async function insertLines(importId: number, { from, count }: { from: number; count: number }): Promise<void> {
  const rows = Array.from(
    { length: count },
    (_, index) => `${importId}\t${from + index}\tcustomer ${(from + index) % 997}`,
  )
  await warehouse.insert(
    {
      name: 'insert-lines',
      sql: `INSERT INTO sales_line (import_id, row, customer_key, customer)
        SELECT importId, row, cityHash64(customer), customer
        FROM input('importId UInt32, row UInt32, customer String') FORMAT TSV`,
      token: `import-${importId}-row-${from}`,
    },
    Buffer.from(rows.join('\n')),
  )
}

const eventInsert = `INSERT INTO import_event (import_id, sequence, event, at, file, sha256, summary)
  SELECT id, 1, 'committed', toDateTime64('2026-01-01', 3), 'f', 's', '{}' FROM input('id UInt32')`

function eventRow(id: number): Buffer {
  return Buffer.from(JSON.stringify({ id }))
}

async function recordEvent(id: number): Promise<void> {
  await warehouse.insert({ name: 'event', sql: `${eventInsert} FORMAT JSONEachRow` }, eventRow(id))
}

async function expectEqualReplicas(): Promise<void> {
  const held = []
  for (const connection of connections) {
    held.push([await numberFrom(connection, ownLines), await numberFrom(connection, ownSum)])
  }
  expect(held[1]).toEqual(held[0])
  expect(held[3]).toEqual(held[2])
  expect(held[0]?.[0]).toBeGreaterThan(0)
}

function nodeAt(shard: number, replica: number): RunningNode {
  const found = nodes.nodes.find((node) => node.shard === shard && node.replica === replica)
  if (found === undefined) throw new Error('no such node')
  return found
}

function hostOf(node: RunningNode): string {
  return new URL(node.url).host
}
