import { z } from 'zod'
import { inPartition } from '../in-partition.ts'
import { defineQuery } from '../query.ts'
import type { TableSpread } from '../table-spread.ts'

/** What one shard is known to hold of one partition of a table. */
export const Seal = z.object({
  table: z.string(),
  partition: z.string(),
  shard: z.int(),
  rows: z.int(),
  /** A sum over all rows and columns, whatever their order. */
  checksum: z.string(),
})
export type Seal = z.infer<typeof Seal>

/** The table of seals itself: every node holds them all, so that no lost disk takes the memory of others with it. */
export const sealTable: TableSpread = {
  table: 'sealed_partition',
  shardColumn: undefined,
  shardKey: undefined,
  partitionColumn: undefined,
  keepsRows: true,
}

export const createSealTable = `CREATE TABLE IF NOT EXISTS sealed_partition -- spread on every node
(
    table_name String,
    partition String,
    shard UInt32,
    rows UInt64,
    checksum UInt64,
    sealed_at DateTime64(3, 'UTC')
)
ENGINE = MergeTree
ORDER BY (table_name, partition, shard)`

export const recordSeals = `INSERT INTO sealed_partition
SELECT table, partition, shard, rows, checksum, toDateTime64(sealedAt, 3, 'UTC')
FROM input('table String, partition String, shard UInt32, rows UInt64, checksum UInt64, sealedAt String')
FORMAT JSONEachRow`

/** One row per shard and partition that is sealed and not released again. */
export const currentSeals = defineQuery({
  name: 'current-seals',
  parameters: z.object({}),
  row: Seal,
  sql: `
SELECT table_name AS table, s.partition AS partition, s.shard AS shard, newest.1 AS rows, toString(newest.2) AS checksum
FROM (
  SELECT table_name, partition, shard, argMax((rows, checksum), sealed_at) AS newest
  FROM sealed_partition
  GROUP BY table_name, partition, shard
) AS s
WHERE rows > 0
ORDER BY table, partition, shard
`,
})

/** One row per partition of a table that a node has: how many rows are in it. */
export const storedRows = defineQuery({
  name: 'stored-rows',
  parameters: z.object({}),
  row: z.object({ table: z.string(), partition: z.string(), rows: z.int() }),
  sql: `
SELECT table, partition, toUInt64(sum(rows)) AS rows
FROM system.parts
WHERE database = currentDatabase() AND active
GROUP BY table, partition
`,
})

/** One row: how many rows a node has of a partition, and a sum over all that they say. */
export function contentOf(table: string, column: string) {
  return defineQuery({
    name: `content-of-${table}`,
    parameters: z.object({ value: z.string() }),
    row: z.object({ rows: z.int(), checksum: z.string() }),
    sql: `SELECT count() AS rows, toString(sum(cityHash64(tuple(*)))) AS checksum
FROM ${table}
WHERE ${inPartition(column)}`,
  })
}

/** One row per table that every node holds whole: how many rows a node has, and a sum over all that they say. */
export function contentOfLogs(tables: readonly string[]) {
  const content = (table: string): string =>
    `SELECT '${table}' AS table, count() AS rows, toString(sum(cityHash64(tuple(*)))) AS checksum FROM ${table}`
  return defineQuery({
    name: 'content-of-logs',
    parameters: z.object({}),
    row: z.object({ table: z.string(), rows: z.int(), checksum: z.string() }),
    sql: `${tables.map(content).join('\nUNION ALL\n')}\nORDER BY table`,
  })
}
