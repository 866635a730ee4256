import { expect, test } from 'vitest'
import { statementPlace } from './cluster/statement-place.ts'
import { migrations } from './migrations.ts'
import { tableSpread, tableSpreads } from './table-spread.ts'
import { definitionsOnNode } from './topology.ts'

const tables = tableSpreads()
const at = { cluster: 'c', database: 'd', isReplicated: false, shard: 2, replica: 1 }
const statements = migrations().flatMap((migration) => migration.statements)

test('every table says in its first line how it is spread', () => {
  const silent = statements.filter((text) => tableSpread(text) !== undefined && !/^[^\n]* -- spread /.test(text))
  expect(silent.map((text) => text.split('\n', 1)[0])).toEqual([])
})

test('every definition has its form on a node', () => {
  for (const statement of statements) {
    expect(definitionsOnNode(statement, { at, tables }).length).toBeGreaterThan(0)
    expect(definitionsOnNode(statement, { at: { ...at, isReplicated: true }, tables }).length).toBeGreaterThan(0)
  }
})

const account = `CREATE TABLE IF NOT EXISTS account_rfm -- spread by account_key
(
    run_id String,
    account_key UInt64
)
ENGINE = MergeTree
PARTITION BY run_id
ORDER BY account_key`

test('a spread table is a share on each node and a name for all shares', () => {
  const [share, all, ...more] = definitionsOnNode(account, { at, tables })
  expect(share).toMatch(/^CREATE TABLE IF NOT EXISTS account_rfm_local /)
  expect(share).toMatch(/\nENGINE = MergeTree\n/)
  expect(share).toMatch(/\nSETTINGS non_replicated_deduplication_window = 1000$/)
  expect(all).toBe(`CREATE TABLE IF NOT EXISTS account_rfm AS account_rfm_local
ENGINE = Distributed('c', 'd', 'account_rfm_local', account_key)`)
  expect(more).toEqual([])
})

test('with a keeper, shares of one shard copy from each other, and tables on every node from all', () => {
  const replicated = { ...at, isReplicated: true }
  const [share] = definitionsOnNode(account, { at: replicated, tables })
  expect(share).toContain("ENGINE = ReplicatedMergeTree('/vitalfew/d/account_rfm/2', '2-1')")
  const log =
    'CREATE TABLE IF NOT EXISTS log -- spread on every node\n(\n    a UInt8\n)\nENGINE = ReplacingMergeTree(a)\nORDER BY a'
  expect(definitionsOnNode(log, { at: replicated, tables })).toEqual([
    `${log.replace('ReplacingMergeTree(a)', "ReplicatedReplacingMergeTree('/vitalfew/d/log/every', '2-1', a)")}
SETTINGS non_replicated_deduplication_window = 1000`,
  ])
})

test('an alteration changes the share, and the name for all shares is made anew', () => {
  const change = 'ALTER TABLE account_rfm\n    ADD COLUMN IF NOT EXISTS more UInt8'
  expect(definitionsOnNode(change, { at, tables })).toEqual([
    'ALTER TABLE account_rfm_local\n    ADD COLUMN IF NOT EXISTS more UInt8',
    'DROP TABLE IF EXISTS account_rfm',
    expect.stringContaining('CREATE TABLE IF NOT EXISTS account_rfm AS account_rfm_local'),
  ])
})

test.each([
  [
    'what has an account stays with it',
    '    account_key UInt64\n)\nENGINE = MergeTree\nPARTITION BY run_id\n',
    'account_key',
    'account_key',
  ],
  [
    'a partition stays together',
    '    run_id String\n)\nENGINE = MergeTree\nPARTITION BY run_id\n',
    'run_id',
    'cityHash64(run_id)',
  ],
  ['the rest is everywhere', '    a UInt8\n)\nENGINE = MergeTree\n', undefined, undefined],
])('a table that does not say how it is spread: %s', (_, body, shardColumn, shardKey) => {
  expect(tableSpread(`CREATE TABLE IF NOT EXISTS t\n(\n${body}ORDER BY ()`)).toMatchObject({
    table: 't',
    shardColumn,
    shardKey,
  })
})

test.each([
  ['SELECT 1', { on: 'oneNode' }],
  ['\nINSERT INTO sales_line SELECT 1', { on: 'oneNode', fills: { table: 'sales_line' } }],
  [
    'TRUNCATE TABLE sales_line',
    { on: 'everyNode', sql: 'TRUNCATE TABLE sales_line_local', empties: { table: 'sales_line' } },
  ],
  [
    'ALTER TABLE account_rfm DROP PARTITION {runId:String}',
    {
      on: 'everyNode',
      sql: 'ALTER TABLE account_rfm_local DROP PARTITION {runId:String}',
      empties: { table: 'account_rfm', partition: { parameter: 'runId' } },
    },
  ],
  ['ALTER TABLE sales_line DROP PARTITION 7', { empties: { table: 'sales_line', partition: { value: '7' } } }],
  ['ALTER TABLE membership DELETE WHERE 1', { on: 'everyNode', sql: 'ALTER TABLE membership DELETE WHERE 1' }],
])('%j goes where it belongs', (sql, place) => {
  expect(statementPlace(sql, tables)).toMatchObject(place)
})

test('what every node writes for itself is the same on each: one clock, and nothing random', () => {
  const { on, sql } = statementPlace(
    "INSERT INTO membership SELECT 1, 2, 3, now64(3) FROM input('a UInt8') FORMAT TSV",
    tables,
  )
  expect(on).toBe('everyNode')
  expect(sql).toMatch(/toDateTime64\('\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}', 3, 'UTC'\)/)
  const other = [
    'INSERT INTO membership SELECT * FROM sales_line',
    'INSERT INTO membership SELECT rand64() FROM input(x) FORMAT TSV',
  ]
  for (const statement of other) expect(() => statementPlace(statement, tables)).toThrow(RangeError)
})
